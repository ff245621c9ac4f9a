using System.Collections.Concurrent;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Deliveries;

public sealed class DispatcherTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly ScriptedChannel _channel = new();
    private IHost? _host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_with_a_great_backlog_holds_up_nobody()
    {
        await Start(chats: 2, perChat: chat => chat == 1 ? 400 : 1);
        await Passes(() => _channel.Sent.Any(s => s.Address == "2"), TimeSpan.FromMinutes(1));
        Assert.InRange(_channel.Sent.Count(s => s.Address == "1"), 0, 60);
    }

    [Fact]
    public async Task Deliveries_of_a_chat_leave_in_the_order_they_fell_due()
    {
        await Start(chats: 3, perChat: _ => 12);
        await Passes(() => _channel.Sent.Count >= 36, TimeSpan.FromMinutes(5));
        foreach (var chat in _channel.Sent.GroupBy(s => s.Address))
        {
            var ids = chat.Select(s => s.Delivery).ToList();
            Assert.Equal(ids.Order().Distinct(), ids);
        }
    }

    [Fact]
    public async Task An_outage_of_many_hours_loses_nothing()
    {
        _channel.Answer = _ => new SendOutcome.Later(TimeSpan.FromSeconds(10), PaceScope.Chat, "the server is ill");
        await Start(chats: 1, perChat: _ => 1);
        await Passes(() => _channel.Tries >= 30, TimeSpan.FromHours(6));
        _channel.Answer = _ => null;
        await Passes(() => _channel.Sent.Count == 1, TimeSpan.FromHours(1));
    }

    private async Task Start(int chats, Func<int, int> perChat)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddStorage();
        builder.Services.Configure<StorageOptions>(o => o.DataFolder = _folder);
        builder.Services.AddSingleton<SourceCatalogue>();
        builder.Services.AddTopics();
        builder.Services.AddSingleton<IChannel>(_channel);
        builder.Services.AddSummaries();
        builder.Services.AddDeliveries();
        _host = builder.Build();
        await using (var db = _host.Services.GetRequiredService<BotDbFactory>().CreateDbContext())
        {
            await db.Database.EnsureCreatedAsync(Cancel);
            db.Add(new BulletinRow { Id = 1, SourceId = "court", EntryKey = "1", StoryId = 1, Fingerprint = "f", Title = "云岭法院公告", Summary = "摘要。", SeenAt = _clock.GetUtcNow() });
            for (var chat = 1; chat <= chats; chat++)
            {
                db.Add(new ChatRow { Id = chat, Channel = "scripted", Address = $"{chat}", CreatedAt = _clock.GetUtcNow() });
                for (var i = 0; i < perChat(chat); i++)
                {
                    db.Add(new DeliveryRow { ChatId = chat, StoryId = i, BulletinId = 1, DueAt = _clock.GetUtcNow().AddSeconds(chat - 100), CreatedAt = _clock.GetUtcNow() });
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

        public ChannelLimits Limits { get; } = new(30, 1, 20);

        public bool RepeatsSafely => false;

        public ConcurrentQueue<(string Address, long Delivery)> Sent { get; } = [];

        public int Tries => _tries;

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
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted($"{delivery}"));
        }
    }
}
