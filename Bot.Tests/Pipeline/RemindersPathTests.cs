using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>From a date in a bulletin to the reminder in the chat, through the real host.</summary>
public sealed class RemindersPathTests
{
    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);

    private readonly ShiftedClock _clock = new();
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(_beijing).DateTime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_leaves_by_itself_so_many_days_before_the_date_and_once()
    {
        await using var world = await Start();
        var date = await Publish(world, 5);
        _clock.Set(Morning(1));
        Assert.Equal(0, await Plan(world));

        _clock.Set(Morning(2));
        var reminder = await world.Alert("提醒（3天后）", Token);
        Assert.Contains($"施行：{date.Year}年{date.Month}月{date.Day}日", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("法律援助办法", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("run:remind", reminder.Keyboard!.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(0, await Plan(world));
        _clock.Set(Morning(3));
        Assert.Equal(0, await Plan(world));
    }

    [Fact]
    public async Task A_reminder_moves_with_a_revision()
    {
        await using var world = await Start();
        await Publish(world, 5);
        var date = await Publish(world, 9);
        await Eventually.Holds(async () => (await world.Bulletin("final")).Revision == 2, "the text was revised", Token);
        _clock.Set(Morning(2));
        Assert.Equal(0, await Plan(world));

        _clock.Set(Morning(6));
        var reminder = await world.Alert("提醒（3天后）", Token);
        Assert.Contains($"施行：{date.Year}年{date.Month}月{date.Day}日", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_bulletin_reminds_of_nothing_even_if_its_reminder_was_on_its_way()
    {
        await using var world = await Start();
        await Publish(world, 5);
        await world.Bot.Ask(db => db.Set<ChatRow>().ExecuteUpdateAsync(c => c.SetProperty(x => x.PausedUntil, Morning(30)), Token));
        _clock.Set(Morning(2));
        await Plan(world);
        await Eventually.Holds(() => world.Bot.Ask(db => Reminders(db).AnyAsync(Token)), "a reminder is owed", Token);

        await world.Bot.Ask(db => db.Set<BulletinRow>().ExecuteUpdateAsync(b => b.SetProperty(x => x.WithdrawnAt, _clock.GetUtcNow()), Token));
        await world.Bot.Ask(db => db.Set<ChatRow>().ExecuteUpdateAsync(c => c.SetProperty(x => x.PausedUntil, (DateTimeOffset?)null), Token));
        await Eventually.Holds(() => world.Bot.Ask(db => Reminders(db).AllAsync(d => d.State == DeliveryState.Suppressed, Token)), "it is suppressed", Token);
        Assert.DoesNotContain(world.Telegram.Sent, s => s.Text.Contains("提醒（", StringComparison.Ordinal));

        await world.Bot.Ask(db => db.Set<DeliveryRow>().Where(d => d.Kind == DeliveryKind.Reminder).ExecuteDeleteAsync(Token));
        Assert.Equal(0, await Plan(world));
    }

    [Fact]
    public async Task Whoever_asks_for_reminders_after_their_moment_is_not_reminded_of_what_is_past()
    {
        await using var world = await FeedBot.Start(Token, change: s => s.AddSingleton<TimeProvider>(_clock));
        await Publish(world, 5);
        _clock.Set(Morning(2));
        await world.Bot.Services.GetRequiredService<SubscriberStore>().Remind(
            await world.Bot.Ask(db => db.Set<ChatRow>().Select(c => c.Id).SingleAsync(Token)), "notices", 3, Token);
        Assert.Equal(0, await Plan(world));
    }

    [Fact]
    public async Task An_alert_with_a_date_to_come_offers_reminders_and_a_tap_asks_for_them()
    {
        await using var world = await FeedBot.Start(Token, language: "en", change: s => s.AddSingleton<TimeProvider>(_clock));
        await Publish(world, 5);
        var alert = await world.Alert("法律援助办法", Token);
        var bulletin = await world.Bulletin("final");
        Assert.Contains($"remind:{bulletin.Id}", alert.Keyboard!.ToJsonString(), StringComparison.Ordinal);

        world.Telegram.Tap(FeedBot.Chat, $"remind:{bulletin.Id}", language: "en");
        var choices = await world.Alert("Dates that bind: In force", Token);
        Assert.Contains("reminding:7:notices", choices.Keyboard!.ToJsonString(), StringComparison.Ordinal);
        world.Telegram.Tap(FeedBot.Chat, "reminding:7:notices", language: "en");
        await Eventually.Holds(() => world.Bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => s.RemindDays == 7, Token)), "seven days are kept", Token);

        world.Telegram.Say(FeedBot.Chat, "/remind notices off", "en");
        await world.Alert("no more reminders", Token);
        Assert.False(await world.Bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => s.RemindDays != null, Token)));
    }

    private async Task<FeedBot> Start()
    {
        var world = await FeedBot.Start(Token, change: s => s.AddSingleton<TimeProvider>(_clock));
        world.Telegram.Say(FeedBot.Chat, "/remind 公告 3");
        await world.Alert("在重要日期前 3 天提醒", Token);
        return world;
    }

    /// <summary>The same bulletin, or its revision, with a date so many days from today.</summary>
    private async Task<DateOnly> Publish(FeedBot world, int days)
    {
        var date = _today.AddDays(days);
        world.Publish("final", "青禾市司法局关于印发《青禾市法律援助办法》的通知", TimeProvider.System.GetUtcNow(), "青禾市司法局印发办法。", $"办法自{date.Year}年{date.Month}月{date.Day}日起施行。");
        await world.Alert("法律援助办法", Token);
        return date;
    }

    private DateTimeOffset Morning(int days) => new(_today.AddDays(days).ToDateTime(new TimeOnly(9, 30)), _beijing);

    private static Task<int> Plan(FeedBot world) => world.Bot.Services.GetRequiredService<ReminderPlanner>().Plan(Token);

    private static IQueryable<DeliveryRow> Reminders(Bot.Storage.BotDb db) => db.Set<DeliveryRow>().Where(d => d.Kind == DeliveryKind.Reminder);
}
