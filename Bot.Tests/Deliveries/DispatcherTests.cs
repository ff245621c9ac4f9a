using System.Collections.Concurrent;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Deliveries;

[Collection("postgres")]
public sealed class DispatcherTests(PostgresServer postgres) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly ScriptedChannel _channel = new();
    private string _database = "";
    private string? _connection;
    private IHost? _host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [nameof(StorageProvider.Sqlite), nameof(StorageProvider.Postgres)];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_chat_with_a_great_backlog_holds_up_nobody(string database)
    {
        await Start(database, chats: 2, perChat: chat => chat == 1 ? 400 : 1);
        await Passes(() => _channel.Sent.Any(s => s.Address == "2"), TimeSpan.FromMinutes(1));
        Assert.InRange(_channel.Sent.Count(s => s.Address == "1"), 0, 60);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Deliveries_of_a_chat_leave_in_the_order_they_fell_due(string database)
    {
        await Start(database, chats: 3, perChat: _ => 12);
        await Passes(() => _channel.Sent.Count >= 36, TimeSpan.FromMinutes(5));
        foreach (var chat in _channel.Sent.GroupBy(s => s.Address))
        {
            var ids = chat.Select(s => s.Delivery).ToList();
            Assert.Equal(ids.Order().Distinct(), ids);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_outage_of_many_hours_loses_nothing(string database)
    {
        _channel.Answer = _ => new SendOutcome.Later(TimeSpan.FromSeconds(10), PaceScope.Chat, "the server is ill");
        await Start(database, chats: 1, perChat: _ => 1);
        await Passes(() => _channel.Tries >= 30, TimeSpan.FromHours(6));
        _channel.Answer = _ => null;
        await Passes(() => _channel.Sent.Count == 1, TimeSpan.FromHours(1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_great_backlog_of_one_chat_becomes_one_message_that_tells_all_of_it(string database)
    {
        await Start(database, chats: 1, perChat: _ => 50);
        await Passes(() => States().All(s => s == DeliveryState.Sent), TimeSpan.FromMinutes(5));
        Assert.InRange(_channel.Sent.Count, 1, 10);
        Assert.Contains(_channel.Texts, text => text.Contains("46", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_chat_that_comes_back_is_owed_again_what_it_was_not_sent(string database)
    {
        _channel.Answer = _ => new SendOutcome.Unreachable("blocked");
        await Start(database, chats: 1, perChat: _ => 3);
        await Passes(() => States().All(s => s == DeliveryState.Suppressed), TimeSpan.FromMinutes(5));
        _channel.Answer = _ => null;
        await _host!.Services.GetRequiredService<SubscriberStore>().SetState(1, ChatState.Active, Cancel);
        Assert.Equal(3, await _host.Services.GetRequiredService<DeliveryStore>().Revive(1, Cancel));
        await Passes(() => States().All(s => s == DeliveryState.Sent), TimeSpan.FromMinutes(5));
        Assert.Equal([1L, 2L, 3L], _channel.Sent.Select(s => s.Delivery));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_long_message_goes_on_behind_what_arrived_also_after_a_restart(string database)
    {
        _channel.Pieces = message => [.. Enumerable.Range(1, 3).Select(i => message with { Paragraphs = [new Paragraph([new Span($"part {i}")])] })];
        _channel.Answer = _ => !_channel.Sent.IsEmpty ? new SendOutcome.Later(TimeSpan.FromSeconds(10), PaceScope.Chat, "the server is ill") : null;
        await Start(database, chats: 1, perChat: _ => 2);
        await Passes(() => _channel.Tries >= 3, TimeSpan.FromMinutes(5));
        await Restart();
        _channel.Answer = _ => null;
        await Passes(() => States().All(s => s == DeliveryState.Sent), TimeSpan.FromMinutes(30));
        Assert.Equal(["part 1", "part 2", "part 3", "part 1", "part 2", "part 3"], _channel.Texts);
        Assert.Equal([1L, 1L, 1L, 2L, 2L, 2L], _channel.Sent.Select(s => s.Delivery));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_answer_from_before_a_chat_came_back_does_not_put_it_away_again(string database)
    {
        await Start(database, chats: 1, perChat: _ => 1);
        await Passes(() => _channel.Sent.Count == 1, TimeSpan.FromMinutes(1));
        var store = _host!.Services.GetRequiredService<DeliveryStore>();
        await _host.Services.GetRequiredService<SubscriberStore>().CameBack(1, Cancel);
        Assert.True(await store.Suspend(1, returns: 0, "blocked", Cancel));
        await using var db = _host.Services.GetRequiredService<BotDbFactory>().CreateDbContext();
        Assert.Equal(ChatState.Active, (await db.Set<ChatRow>().AsNoTracking().SingleAsync(Cancel)).State);
        await store.Suspend(1, returns: 1, "blocked", Cancel);
        Assert.Equal(ChatState.Suspended, (await db.Set<ChatRow>().AsNoTracking().SingleAsync(Cancel)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_changed_bulletin_edits_the_alert_and_where_that_cannot_be_a_reply_says_what_changed(string database)
    {
        await Start(database, chats: 2, perChat: _ => 1);
        await Passes(() => _channel.Sent.Count == 2, TimeSpan.FromMinutes(1));
        _channel.CanEdit = address => address == "1";
        await Revise("云岭法院公告（更正）");
        await Passes(() => _channel.Edited.Count == 1 && _channel.Sent.Count == 3, TimeSpan.FromMinutes(1));
        Assert.Contains("更正", _channel.Edited.Single().Text, StringComparison.Ordinal);
        Assert.Contains(_channel.Texts, text => text.Contains("标题改为：云岭法院公告（更正）", StringComparison.Ordinal));
    }

    private async Task Revise(string title)
    {
        await using var db = _host!.Services.GetRequiredService<BotDbFactory>().CreateDbContext();
        var bulletin = await db.Set<BulletinRow>().SingleAsync(Cancel);
        var before = new BulletinFace(bulletin.Title, bulletin.Summary, bulletin.Link);
        bulletin.Title = title;
        await db.SaveChangesAsync(Cancel);
        Assert.Equal(2, await FanOut.OweUpdates(db, bulletin.Id, Change.Between(before, bulletin), _clock.GetUtcNow(), Cancel));
        _host.Services.GetRequiredService<DeliverySignal>().Raise();
    }

    private List<DeliveryState> States()
    {
        using var db = _host!.Services.GetRequiredService<BotDbFactory>().CreateDbContext();
        return [.. db.Set<DeliveryRow>().Select(d => d.State)];
    }

    private async Task Restart()
    {
        await _host!.StopAsync(Cancel);
        _host.Dispose();
        _host = Build();
        await _host.StartAsync(Cancel);
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddStorage();
        builder.Services.Configure<StorageOptions>(o =>
        {
            o.DataFolder = _folder;
            o.Provider = Enum.Parse<StorageProvider>(_database);
            o.ConnectionString = _connection;
        });
        builder.Services.AddSingleton<SourceCatalogue>();
        builder.Services.AddTopics();
        builder.Services.AddSingleton<IChannel>(_channel);
        builder.Services.AddSummaries();
        builder.Services.AddSubscribers();
        builder.Services.AddDeliveries();
        return builder.Build();
    }

    private async Task Start(string database, int chats, Func<int, int> perChat)
    {
        _database = database;
        _connection = database == nameof(StorageProvider.Postgres) ? await postgres.NewDatabase(Cancel) : null;
        _host = Build();
        await using (var db = _host.Services.GetRequiredService<BotDbFactory>().CreateDbContext())
        {
            await db.Database.EnsureCreatedAsync(Cancel);
            db.Add(new BulletinRow { Id = 1, SourceId = "court", EntryKey = "1", StoryId = 1, Fingerprint = "f", Title = "云岭法院公告", Summary = "摘要。", SeenAt = _clock.GetUtcNow() });
            for (var chat = 1; chat <= chats; chat++)
            {
                db.Add(new ChatRow { Id = chat, Channel = "scripted", Address = $"{chat}", CreatedAt = _clock.GetUtcNow() });
                for (var i = 0; i < perChat(chat); i++)
                {
                    db.Add(new DeliveryRow { Priority = 1, ChatId = chat, StoryId = i, BulletinId = 1, DueAt = _clock.GetUtcNow().AddSeconds(chat - 100), CreatedAt = _clock.GetUtcNow() });
                }
            }

            await db.SaveChangesAsync(Cancel);
        }

        await _host.StartAsync(Cancel);
    }

    /// <summary>Lets the product's time pass until it is so, for at most as long as given.</summary>
    private async Task Passes(Func<bool> condition, TimeSpan most)
    {
        var end = _clock.GetUtcNow() + most;
        await Eventually.Holds(
            () =>
            {
                if (_clock.GetUtcNow() < end)
                {
                    _clock.Advance(most / 200 > TimeSpan.FromSeconds(1) ? most / 200 : TimeSpan.FromSeconds(1));
                }

                return condition();
            },
            "the dispatcher came that far", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class ScriptedChannel : IChannel
    {
        private int _tries;

        public string Name => "scripted";

        public Func<string, bool> CanEdit { get; set; } = _ => false;

        public ConcurrentQueue<string> Texts { get; } = [];

        public ConcurrentQueue<(string Address, string Text)> Edited { get; } = [];

        public ChannelLimits Limits { get; } = new(30, 1, 20);

        public bool RepeatsSafely => false;

        public ConcurrentQueue<(string Address, long Delivery)> Sent { get; } = [];

        public int Tries => _tries;

        public Func<Message, IReadOnlyList<Message>> Pieces { get; set; } = message => [message];

        public IReadOnlyList<Message> Split(Message message) => Pieces(message);

        public Func<string, SendOutcome?> Answer { get; set; } = _ => null;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _tries);
            if (Answer(address) is { } outcome)
            {
                return Task.FromResult(outcome);
            }

            var delivery = long.Parse(message.Key!.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            Sent.Enqueue((address, delivery));
            Texts.Enqueue(Text(message));
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted($"{delivery}"));
        }

        public Task<SendOutcome> Edit(string address, string messageId, Message message, CancellationToken cancellationToken)
        {
            if (!CanEdit(address))
            {
                return Task.FromResult<SendOutcome>(new SendOutcome.Refused("too late"));
            }

            Edited.Enqueue((address, Text(message)));
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(messageId));
        }

        private static string Text(Message message) => string.Join('\n', message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text))));
    }
}
