using System.Net;
using Bot.Channels;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Tests.Conversation;
using Bot.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>The web chat on a real port over a real SQLite file. It can be stopped and started again on the same port and file, as a restart does.</summary>
internal sealed class WebChatHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly Action<WebChatOptions> _settings;
    private WebApplication? _app;

    private readonly TimeProvider _clock;

    private WebChatHost(Action<WebChatOptions> settings, TimeProvider clock) => (_settings, _clock) = (settings, clock);

    public int Port { get; private set; }

    public string Url => $"http://127.0.0.1:{Port}";

    public IServiceProvider Services => _app!.Services;

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public static async Task<WebChatHost> Start(CancellationToken cancellationToken, Action<WebChatOptions>? settings = null, TimeProvider? clock = null)
    {
        var host = new WebChatHost(settings ?? (_ => { }), clock ?? TimeProvider.System);
        await host.Open(cancellationToken);
        await using var db = await host.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var now = host._clock.GetUtcNow();
        db.AddRange(SampleArchive.Bulletins(now));
        db.AddRange(SampleArchive.Matches(now));
        await db.SaveChangesAsync(cancellationToken);
        return host;
    }

    public async Task Open(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, Port));
        builder.Services.AddSingleton(_clock);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<AlertMessages>();
        builder.Services.AddStorage();
        builder.Services.Configure<StorageOptions>(o => o.DataFolder = _folder);
        builder.Services.AddTopics();
        builder.Services.AddRunningNeeds();
        builder.Services.AddOptions<DeliveriesOptions>();
        builder.Services.AddSummaries();
        builder.Services.AddSubscribers();
        builder.Services.AddConversation();
        builder.Services.AddWebChat();
        builder.Services.Configure(_settings);
        _app = builder.Build();
        _app.MapWebChat();
        Get<TopicCatalogue>().Replace(SampleArchive.Topics);
        Get<SourceCatalogue>().Replace(SampleArchive.Sources);
        await using (var db = await Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken))
        {
            await db.Database.EnsureCreatedAsync(cancellationToken);
        }

        await _app.StartAsync(cancellationToken);
        Port = new Uri(_app.Urls.Single()).Port;
    }

    public async Task Close()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }
    }

    /// <summary>Every visitor runs the program.</summary>
    public async Task MakeOwner(CancellationToken cancellationToken)
    {
        await using var db = await Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        foreach (var address in await db.Set<ChatRow>().Select(c => c.Address).ToListAsync(cancellationToken))
        {
            await Get<AdminStore>().Set(WebChatChannel.ChannelName, address, AdminRole.Owner, "test", cancellationToken);
        }
    }

    /// <summary>An alert to every visitor, as the dispatcher sends it.</summary>
    public async Task Alert(Message message, CancellationToken cancellationToken)
    {
        await using var db = await Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        foreach (var address in await db.Set<ChatRow>().Select(c => c.Address).ToListAsync(cancellationToken))
        {
            Assert.IsType<SendOutcome.Accepted>(await Get<IChannel>().Send(address, message, cancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
