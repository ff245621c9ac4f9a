namespace Bot;

/// <summary>What a host is built from: its folders, where it listens, and what a test changes.</summary>
internal sealed record HostSettings(Folders Folders)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>From the command line; overrides the setting <c>Urls</c>.</summary>
    public string? Urls { get; init; }

    /// <summary>Settings above all others, by key (<c>Telegram:Token</c>).</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes the services last of all, such as the clock.</summary>
    public Action<IServiceCollection>? Override { get; init; }

    /// <summary>Later wins: appsettings.json, secrets.json, the environment, the command line.</summary>
    public void Apply(WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Clear();
        builder.Configuration
            .AddInMemoryCollection(Defaults())
            .AddJsonFile(Folders.SettingsFile, optional: true, reloadOnChange: false)
            .AddJsonFile(Folders.SecretsFile, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Values);
        builder.WebHost.UseUrls((Urls ?? builder.Configuration["Urls"] ?? builder.Configuration["ASPNETCORE_URLS"] ?? DefaultUrls).Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }

    /// <summary>A calm console: our own sentences, and of the libraries only what went wrong.</summary>
    private Dictionary<string, string?> Defaults() => new()
    {
        ["Storage:DataFolder"] = Folders.Data,
        ["Sources:ConfigurationFolder"] = Folders.Config,
        ["Topics:File"] = Folders.TopicsFile,
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Bot"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = nameof(LogLevel.Critical),
    };
}
