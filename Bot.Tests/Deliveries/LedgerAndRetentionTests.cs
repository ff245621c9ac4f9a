using Bot.Bulletins;
using Bot.Commands;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Deliveries;

/// <summary>What is kept of deliveries, and what is trimmed, on the real host.</summary>
[Collection("postgres")]
public sealed class LedgerAndRetentionTests(PostgresServer postgres)
{
    private const long Chat = 7001;

    private static readonly DateTimeOffset _start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_ledger_says_for_each_chat_when_it_was_sent_and_read_or_why_not(bool onPostgres)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram, new ShiftedClock(_start), onPostgres);
        await Follow(bot, telegram, Chat);
        await Follow(bot, telegram, 7002);
        await Follow(bot, telegram, 7003);
        telegram.Tap(7002, "mute-topic:7:a");
        telegram.Say(7003, "/stop");
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<SubscriptionRow>().AnyAsync(s => s.MutedUntil != null) && await db.Set<ChatRow>().AnyAsync(c => c.State == ChatState.Stopped)), "one is muted, one stopped", Token);
        bot.Publish();
        await Eventually.Holds(() => bot.Ask(db => db.Set<DeliveryRow>().AnyAsync(d => d.State == DeliveryState.Sent)), "the alert left", Token);
        var sent = await bot.Ask(db => db.Set<DeliveryRow>().FirstAsync(d => d.State == DeliveryState.Sent));
        telegram.Tap(Chat, $"read:{sent.BulletinId}");
        await Eventually.Holds(() => bot.Ask(db => db.Set<DeliveryRow>().AnyAsync(d => d.ReadAt != null)), "it was read", Token);

        var ofBulletin = await DeliveriesCommand.Report(bot.Services, sent.BulletinId, null, Token);
        var mine = Assert.Single(ofBulletin!.Split('\n'), l => l.StartsWith("telegram:7001 ", StringComparison.Ordinal));
        Assert.Contains($"message {sent.MessageId}", mine, StringComparison.Ordinal);
        Assert.Contains("queued 2026-03-02 04:0", mine, StringComparison.Ordinal);
        Assert.Contains("sent 2026-03-02 04:0", mine, StringComparison.Ordinal);
        Assert.Contains("read more 2026-03-02 04:0", mine, StringComparison.Ordinal);
        Assert.Contains("muted", Assert.Single(ofBulletin.Split('\n'), l => l.StartsWith("telegram:7002 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("/stop", Assert.Single(ofBulletin.Split('\n'), l => l.StartsWith("telegram:7003 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("matched 2026-03-02", ofBulletin, StringComparison.Ordinal);

        Assert.Contains($"#{sent.BulletinId} ", (await DeliveriesCommand.Report(bot.Services, null, "telegram:7001", Token))!, StringComparison.Ordinal);
        Assert.Null(await DeliveriesCommand.Report(bot.Services, 999_999, null, Token));
        Assert.Null(await DeliveriesCommand.Report(bot.Services, null, "telegram:1", Token));
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Sent) == 5), "all left", Token);
        Assert.Equal("Nothing.\n", await DeliveriesCommand.Report(bot.Services, null, null, Token));
        await bot.Ask(db => db.Set<DeliveryRow>().Where(d => d.Id == sent.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Unknown).SetProperty(x => x.Reason, "no answer came"), Token));
        Assert.Contains("no answer came", (await DeliveriesCommand.Report(bot.Services, null, null, Token))!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_old_is_trimmed_and_nothing_comes_twice_for_it(bool onPostgres)
    {
        await using var telegram = await BotApiServer.Start(Token);
        var clock = new ShiftedClock(_start);
        await using var bot = await Start(telegram, clock, onPostgres);
        await Follow(bot, telegram, Chat);
        bot.Publish();
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Sent) == 5), "all left", Token);
        var trimming = bot.Services.GetRequiredService<Trimming>();
        await trimming.Trim(Token);
        Assert.Equal(5, await bot.Ask(db => db.Set<DeliveryRow>().CountAsync()));
        Assert.False(await bot.Ask(db => db.Set<DocumentRow>().AnyAsync(d => d.Bytes == null)));

        clock.Set(_start.AddDays(800));
        await trimming.Trim(Token);
        Assert.Equal(0, await bot.Ask(db => db.Set<DeliveryRow>().CountAsync()));
        Assert.Equal(0, await bot.Ask(db => db.Set<MatchRow>().CountAsync()));
        Assert.True(await bot.Ask(db => db.Set<DocumentRow>().AllAsync(d => d.Bytes == null)));
        Assert.True(await bot.Ask(async db => (await db.Set<BulletinRow>().ToListAsync()).All(b => b is { Paragraphs.Count: 0, Summary: "" })));
        Assert.Equal(5, await bot.Ask(db => db.Set<BulletinRow>().CountAsync()));

        // The same page again, under another name: nothing is new, nothing is owed.
        var page = Path.Combine(bot.Pages, "again.txt");
        await File.WriteAllTextAsync(page, await File.ReadAllTextAsync(Path.Combine(bot.Pages, "a.txt"), Token) + "\n", Token);
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<DocumentRow>().CountAsync() == 2), "it was read again", Token);
        Assert.Equal(0, await bot.Ask(db => db.Set<DeliveryRow>().CountAsync()));
    }

    private async Task<RunningBot> Start(BotApiServer telegram, ShiftedClock clock, bool onPostgres)
    {
        var bot = new RunningBot(services => services.AddSingleton<TimeProvider>(clock)).With(telegram);
        bot.Configure("topics.yaml", "topics:\n  - { id: a, name: { zh: 甲题, en: First }, rule: \"的 OR 是 OR 在\" }\n");
        if (onPostgres)
        {
            bot.Set("Storage:Provider", "Postgres").Set("Storage:ConnectionString", await postgres.NewDatabase(Token));
        }

        return await bot.Start(Token);
    }

    private static async Task Follow(RunningBot bot, BotApiServer telegram, long chat)
    {
        telegram.Say(chat, "/start topic_a");
        var address = chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.Holds(
            () => bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => db.Set<ChatRow>().Any(c => c.Id == s.ChatId && c.Address == address))), "the chat follows", Token);
    }
}
