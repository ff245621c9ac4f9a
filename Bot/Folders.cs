namespace Bot;

/// <summary>Where the settings are read and where data is written.</summary>
internal sealed record Folders(string Config, string Data)
{
    public string SourcesFile => Path.Combine(Config, "sources.yaml");

    public string TopicsFile => Path.Combine(Config, "topics.yaml");

    public string HolidaysFile => Path.Combine(Config, "holidays.yaml");

    public string SettingsFile => Path.Combine(Config, "appsettings.json");

    /// <summary>Tokens and keys that should not stand beside the other settings; not kept in version control.</summary>
    public string SecretsFile => Path.Combine(Config, "secrets.json");

    /// <summary>
    /// The folders that were asked for, or else <c>config</c> and <c>data</c> below the working folder. Where there is no
    /// <c>config</c> there, the one that is shipped beside the program.
    /// </summary>
    public static Folders Resolve(string? config, string? data)
    {
        var here = Path.GetFullPath("config");
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        return new Folders(
            config is not null ? Path.GetFullPath(config) : Directory.Exists(here) ? here : shipped,
            Path.GetFullPath(data ?? "data"));
    }
}
