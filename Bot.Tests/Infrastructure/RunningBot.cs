using Bot.Commands;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>The whole program, started as the command line starts it, over real SQLite in a folder of its own. It can be stopped and started again.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings = [];
    private readonly Action<IServiceCollection>? _override;
    private WebApplication? _app;

    public RunningBot(Action<IServiceCollection>? change = null)
    {
        _override = change;
        Directory.CreateDirectory(Pages);
        Configure("sources.yaml",
            """
            sources:
              - { id: pages, name: 测试版面, kind: pages, location: pages, every: 1s }
            """);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"), Path.Combine(Config, "topics.yaml"));
        _settings["Sources:Settling"] = "00:00:00";
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("faxun-").FullName;

    public string Config => Path.Combine(Folder, "config");

    /// <summary>The watched folder.</summary>
    public string Pages => Path.Combine(Config, "pages");

    public string Url => _app!.Urls.Single();

    public IServiceProvider Services => _app!.Services;

    /// <summary>One of the sample pages comes into the watched folder, whole at once.</summary>
    public void Publish(string page = "yunling-2025-06-12-02.txt", string name = "a.txt")
    {
        var aside = Path.Combine(Folder, name);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "sample", "pages", page), aside);
        File.Move(aside, Path.Combine(Pages, name));
    }

    public void Configure(string file, string text) => File.WriteAllText(Path.Combine(Config, file), text);

    public RunningBot Set(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    public RunningBot With(BotApiServer telegram) => Set("Telegram:Token", BotApiServer.Token).Set("Telegram:ApiUrl", telegram.Url).Set("Telegram:PollFor", "00:00:01");

    public async Task<StartOutcome> TryStart(CancellationToken cancellationToken, string? urls = null)
    {
        var outcome = await Bot.Commands.Start.Host(
            new HostSettings(new Folders(Config, Path.Combine(Folder, "data")))
            {
                Urls = urls ?? "http://127.0.0.1:0",
                Values = _settings,
                Override = services =>
                {
                    services.AddLogging(l => l.ClearProviders());
                    _override?.Invoke(services);
                },
            },
            cancellationToken);
        _app = outcome is StartOutcome.Started(var app) ? app : null;
        return outcome;
    }

    public async Task<RunningBot> Start(CancellationToken cancellationToken)
    {
        var outcome = await TryStart(cancellationToken);
        Assert.True(outcome is StartOutcome.Started, outcome is StartOutcome.Refused(var why) ? string.Join('\n', why) : "");
        return this;
    }

    public async Task Stop()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public async Task<T> Ask<T>(Func<BotDb, Task<T>> question)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        return await question(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
