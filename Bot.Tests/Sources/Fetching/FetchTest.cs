using System.Diagnostics.CodeAnalysis;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Sources.Fetching;

/// <summary>A fetcher with the real registrations, a loopback site and a clock of the test's own.</summary>
public abstract class FetchTest : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Sources:AllowedNetworks:0"] = "127.0.0.0/8",
        ["Sources:TimeLimit"] = "00:00:04",
        ["Sources:AnswerLimit"] = "00:00:02",
        ["Sources:RetryPause"] = "00:00:00.010",
        ["Sources:LargestDocument"] = "262144",
        ["Sources:RequestsPerHost"] = "8",
    };

    private ServiceProvider? _provider;

    private protected LoopbackSite Site { get; } = new();

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [field: AllowNull]
    private protected string Folder => field ??= Directory.CreateTempSubdirectory("faxun-").FullName;

    private protected Fetcher Fetcher => Services.GetRequiredService<Fetcher>();

    private protected IServiceProvider Services => _provider ??= Build();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        await Site.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected void Setting(string key, string? value) => _settings[key] = value;

    private protected Task<FetchResult> Fetch(string location, SourcePosition? position = null, SourceKind kind = SourceKind.Syndication) =>
        Fetcher.Fetch(new SourceDefinition { Id = "s", Name = "s", Kind = kind, Location = location }, position ?? SourcePosition.Start, TestContext.Current.CancellationToken);

    private ServiceProvider Build()
    {
        _settings["Sources:ConfigurationFolder"] = Folder;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSources()
            .BuildServiceProvider();
    }
}
