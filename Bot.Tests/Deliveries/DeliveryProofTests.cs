using Bot.Bulletins;
using Bot.Commands;
using Bot.Deliveries;
using Bot.Pipeline;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Deliveries;

/// <summary>That what is owed is on its way, or the admins hear of it.</summary>
[Collection("postgres")]
public sealed class DeliveryProofTests(PostgresServer postgres)
{
    private const long Admin = 7009;

    private static readonly DateTimeOffset _start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_delivery_that_is_gone_is_missed_and_told_once_and_what_people_changed_is_not_missed(string database)
    {
        await using var telegram = await BotApiServer.Start(Token);
        var clock = new ShiftedClock(_start);
        var bot = new RunningBot(services => services.AddSingleton<TimeProvider>(clock)).With(telegram).Set("Admins:0", $"telegram:{Admin}");
        bot.Configure("topics.yaml", "topics:\n  - { id: a, name: { zh: 甲题, en: First }, rule: \"的 OR 是 OR 在\" }\n");
        if (database == "Postgres")
        {
            bot.Set("Storage:Provider", "Postgres").Set("Storage:ConnectionString", await postgres.NewDatabase(Token));
        }

        await using var running = await bot.Start(Token);
        foreach (var chat in (long[])[7001, 7002, 7003])
        {
            await Follow(running, telegram, chat);
        }

        telegram.Tap(7002, "mute-topic:7:a");
        telegram.Say(7003, "/stop");
        await Eventually.Holds(() => running.Ask(async db => await db.Set<SubscriptionRow>().AnyAsync(s => s.MutedUntil != null) && await db.Set<ChatRow>().AnyAsync(c => c.State == ChatState.Stopped)), "one is muted, one stopped", Token);
        running.Publish();
        await Eventually.Holds(() => running.Ask(async db => await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Sent) == 5), "all left", Token);

        clock.Set(_start.AddMinutes(20));
        telegram.Say(7003, "/start");
        telegram.Tap(7002, "muting:0:a");
        await Follow(running, telegram, 7004);
        await Eventually.Holds(() => running.Ask(async db => !await db.Set<SubscriptionRow>().AnyAsync(s => s.MutedUntil != null) && !await db.Set<ChatRow>().AnyAsync(c => c.State == ChatState.Stopped)), "both are back", Token);
        var (alarm, proof) = (running.Services.GetRequiredService<DeliveryAlarm>(), running.Services.GetRequiredService<DeliveryProof>());
        await alarm.Look(Token);
        Assert.Empty(proof.Latest!.Missing);

        var gone = await running.Ask(db => db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Sent).OrderBy(d => d.Id).FirstAsync());
        await running.Ask(db => db.Set<DeliveryRow>().Where(d => d.Id == gone.Id).ExecuteDeleteAsync(Token));
        await alarm.Look(Token);
        await alarm.Look(Token);
        Assert.Equal([new MissingDelivery(gone.BulletinId, 1)], proof.Latest.Missing);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == Admin && s.Text.Contains($"#{gone.BulletinId}", StringComparison.Ordinal)), "the admin is told", Token);
        Assert.Equal(1, await running.Ask(db => db.Set<NoticeRow>().CountAsync()));
        var lines = (await DeliveriesCommand.Report(running.Services, gone.BulletinId, null, Token))!.Split('\n');
        Assert.Contains("no delivery on record", Assert.Single(lines, l => l.StartsWith("telegram:7001 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("no delivery on record", Assert.Single(lines, l => l.StartsWith("telegram:7002 ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_is_due_for_longer_than_its_channels_pace_explains_is_late(string database)
    {
        var folder = Directory.CreateTempSubdirectory("faxun-proof-").FullName;
        var provider = Enum.Parse<StorageProvider>(database);
        var databases = new BotDbFactory(Options.Create(new StorageOptions
        {
            Provider = provider,
            DataFolder = folder,
            ConnectionString = provider == StorageProvider.Postgres ? await postgres.NewDatabase(Token) : null,
        }));
        await using (var db = databases.CreateDbContext())
        {
            await db.Database.MigrateAsync(Token);
            db.Add(new BulletinRow { Id = 1, SourceId = "court", EntryKey = "1", StoryId = 1, Fingerprint = "1", Title = "云岭法院公告", Summary = "摘要。", SeenAt = _start });
            db.Add(new MatchRow { BulletinId = 1, TopicId = "a", MatchedAt = _start });
            db.AddRange(Enumerable.Range(1, 3).Select(i => new ChatRow { Id = i, Channel = "paced", Address = $"{i}", CreatedAt = _start.AddDays(-1) }));
            db.AddRange(Enumerable.Range(1, 3).Select(i => new SubscriptionRow { ChatId = i, TopicId = "a", CreatedAt = _start.AddDays(-1) }));
            await db.SaveChangesAsync(Token);
            Assert.Equal(3, await FanOut.Owe(db, 1, 1, _start, Token));
        }

        var clock = new FakeTimeProvider(_start.AddMinutes(5));
        DeliveryProof Proof(double perSecond) => new(databases, [new PacedChannel(perSecond)], Options.Create(new DeliveriesOptions()), clock);
        Assert.True((await Proof(30).Look(Token)).Holds);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((3, _start), await Late(Proof(30)));
        Assert.Equal((0, null), await Late(Proof(0.005)));
        clock.Advance(TimeSpan.FromMinutes(5));
        await using (var db = databases.CreateDbContext())
        {
            await db.Set<DeliveryRow>().Where(d => d.ChatId > 1).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Sent).SetProperty(x => x.SentAt, _start.AddMinutes(15)), Token);
        }

        Assert.Equal((0, null), await Late(Proof(0.005)));
        await using (var db = databases.CreateDbContext())
        {
            await db.Set<DeliveryRow>().ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Pending).SetProperty(x => x.SentAt, (DateTimeOffset?)null), Token);
        }

        clock.Advance(TimeSpan.FromMinutes(25));
        Assert.Equal((3, _start), await Late(Proof(0.005)));

        await using (var db = databases.CreateDbContext())
        {
            await db.Set<DeliveryRow>().ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Sent), Token);
            Assert.True((await Proof(30).Look(Token)).Holds);
            db.Add(new FanOutRow { BulletinId = 1, StoryId = 1, Topics = "a" });
            await db.SaveChangesAsync(Token);
        }

        Assert.Equal((1, _start), await Late(Proof(30)));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(long, DateTimeOffset?)> Late(DeliveryProof proof)
    {
        var found = await proof.Look(Token);
        Assert.Empty(found.Missing);
        return (found.Late, found.Oldest);
    }

    private static async Task Follow(RunningBot bot, BotApiServer telegram, long chat)
    {
        telegram.Say(chat, "/start topic_a");
        var address = chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.Holds(
            () => bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => db.Set<ChatRow>().Any(c => c.Id == s.ChatId && c.Address == address))), "the chat follows", Token);
    }

    private sealed class PacedChannel(double perSecond) : IChannel
    {
        public string Name => "paced";

        public ChannelLimits Limits => new(perSecond, 1, 20);

        public bool RepeatsSafely => false;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Nothing is sent in these tests.");
    }
}
