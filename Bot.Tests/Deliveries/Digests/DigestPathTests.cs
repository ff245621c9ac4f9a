using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Deliveries.Digests;

/// <summary>How topics come (at once, silent, daily, weekly), quiet hours and limits, from a file in the watched folder to what Telegram shows, through the real host.</summary>
[Collection("postgres")]
public sealed class DigestPathTests(PostgresServer postgres)
{
    private const long Chat = 7001;

    /// <summary>A Monday, 20:00 in Beijing.</summary>
    private static readonly DateTimeOffset _monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<bool, string> Places => new() { { false, "zh-hans" }, { false, "en" }, { true, "zh-hans" } };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_daily_topic_comes_as_one_digest_at_the_chats_time_and_never_as_an_alert(bool onPostgres, string language)
    {
        await using var world = await Start(onPostgres, language);
        await world.Tap("mode:a:2");
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 5, "all five are gathered", Token);
        Assert.Empty(world.Heard);

        world.Clock.Set(_monday.AddHours(12).AddSeconds(2));
        await Eventually.Holds(() => world.Heard.Count == 1, "the digest came", Token);
        var digest = world.Heard.Single();
        Assert.Contains(language == "en" ? "Your daily digest" : "每日摘要", digest, StringComparison.Ordinal);
        Assert.Contains("把矛盾化解在家门口", digest, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "5 bulletins" : "共 5 条", digest, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "2 Mar 08:00 to 3 Mar 08:00" : "3月2日 08:00 至 3月3日 08:00", digest, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "en" ? "late" : "来晚", digest, StringComparison.Ordinal);

        await world.Tick();
        world.Clock.Set(_monday.AddHours(36).AddSeconds(2));
        await world.Tick();
        Assert.Single(world.Heard);
        Assert.Equal(1, await world.Bot.Ask(db => db.Set<DeliveryRow>().CountAsync(d => d.Kind == DeliveryKind.Digest)));
    }

    [Fact]
    public async Task A_weekly_topic_waits_for_its_day()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("mode:a:3");
        await world.Tap("plan:day:5");
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 5, "all five are gathered", Token);
        world.Clock.Set(_monday.AddDays(2));
        await world.Tick();
        Assert.Empty(world.Heard);
        world.Clock.Set(_monday.AddDays(4));
        await Eventually.Holds(() => world.Heard.Count == 1, "the digest came on Friday", Token);
        Assert.Contains("每周摘要", world.Heard.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_was_missed_while_the_program_was_off_comes_late_once_with_its_period()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("mode:a:2");
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 5, "all five are gathered", Token);
        await world.Bot.Stop();
        world.Clock.Set(_monday.AddDays(3));
        await world.Bot.Start(Token);

        await Eventually.Holds(() => world.Heard.Count == 1, "the digest came late", Token);
        Assert.Contains("来晚了", world.Heard.Single(), StringComparison.Ordinal);
        Assert.Contains("3月2日 20:00 至 3月5日 08:00", world.Heard.Single(), StringComparison.Ordinal);
        await world.Tick();
        await world.Bot.Stop();
        await world.Bot.Start(Token);
        await world.Tick();
        Assert.Single(world.Heard);
    }

    [Fact]
    public async Task An_empty_digest_is_not_sent()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("mode:a:2");
        world.Clock.Set(_monday.AddDays(1));
        await world.Tick();
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 5, "all five are gathered", Token);
        await world.Tap("unfollow:a");
        world.Clock.Set(_monday.AddDays(2));
        await world.Tick();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Suppressed) == 1, "there was nothing to say", Token);
        Assert.Empty(world.Heard);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_waits_in_quiet_hours_comes_as_one_digest_and_what_is_urgent_comes_at_once(bool onPostgres, string language)
    {
        await using var world = await Start(onPostgres, language, "\n  - { id: u, name: { zh: 急题, en: Pressing }, rule: 把矛盾化解在家门口, priority: urgent }");
        await world.Say("/settings quiet 19:30-7:15");
        await world.Publish();
        await Eventually.Holds(() => world.Heard.Count == 1, "the urgent one pierces", Token);
        Assert.Contains("把矛盾化解在家门口", world.Heard.Single(), StringComparison.Ordinal);
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 4, "the others wait", Token);

        world.Clock.Set(_monday.AddHours(11).AddMinutes(15).AddSeconds(2));
        await Eventually.Holds(() => world.Heard.Count == 2, "what waited came", Token);
        var digest = world.Heard[^1];
        Assert.Contains(language == "en" ? "While it was quiet" : "免打扰期间", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("把矛盾化解在家门口", digest, StringComparison.Ordinal);
        Assert.Equal(4, digest.Split('\n').Count(l => char.IsAsciiDigit(l[..Math.Min(1, l.Length)].FirstOrDefault()) && l.Contains(". ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_only_a_watch_found_comes_in_the_digest_too()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("topics:s:0:off");
        await world.Say("/watch 把矛盾化解在家门口");
        await world.Say("/settings quiet 19:30-7:15");
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 1, "it waits", Token);

        world.Clock.Set(_monday.AddHours(11).AddMinutes(15).AddSeconds(2));
        await Eventually.Holds(() => world.Heard.Count == 1, "what waited came", Token);
        Assert.Contains("把矛盾化解在家门口", world.Heard.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_that_is_switched_off_lets_go_of_what_waited()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Say("/settings quiet 19:30-7:15");
        await world.Publish();
        await Eventually.Holds(async () => await world.Count(DeliveryState.Gathered) == 5, "all wait", Token);
        await world.Say("/settings quiet off");
        await Eventually.Holds(() => world.Heard.Count == 1, "what waited came", Token);
        Assert.Contains("共 5 条", world.Heard.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_topic_comes_without_a_sound()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("mode:a:1");
        await world.Publish();
        await Eventually.Holds(() => world.Heard.Count == 5, "all came", Token);
        Assert.All(world.Telegram.Calls.Where(c => c.Method == "sendMessage").TakeLast(5), c => Assert.True((bool)c.Body["disable_notification"]!));
    }

    [Fact]
    public async Task A_topic_limited_to_a_place_or_a_source_stays_silent_about_others()
    {
        await using var world = await Start(onPostgres: false, "zh-hans");
        await world.Tap("limit:a:p:on:110000");
        await world.Publish();
        await Eventually.Holds(() => world.Bot.Ask(db => db.Set<Bot.Bulletins.BulletinRow>().AnyAsync()), "the page was read", Token);
        await world.Tick();
        Assert.Equal(0, await world.Bot.Ask(db => db.Set<DeliveryRow>().CountAsync()));
        await world.Tap("limit:a:p:off:110000");
        await world.Tap("limit:a:s:on:pages");
        await world.Publish("yunling-2025-07-16-03.txt");
        await Eventually.Holds(() => world.Heard.Count > 0, "its source is allowed", Token);
    }

    private async Task<World> Start(bool onPostgres, string language, string moreTopics = "")
    {
        var clock = new ShiftedClock(_monday);
        var telegram = await BotApiServer.Start(Token);
        var bot = new RunningBot(services => services.AddSingleton<TimeProvider>(clock)).With(telegram);
        bot.Configure("topics.yaml", $"topics:\n  - {{ id: a, name: {{ zh: 甲题, en: First }}, rule: \"的 OR 是 OR 在\" }}{moreTopics}\n");
        if (onPostgres)
        {
            bot.Set("Storage:Provider", "Postgres").Set("Storage:ConnectionString", await postgres.NewDatabase(Token));
        }

        await bot.Start(Token);
        var world = new World(bot, telegram, clock, language);
        await world.Say("/start");
        await world.Tap("topics:s:0:on");
        await Eventually.Holds(() => bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync()), "the chat follows", Token);
        return world;
    }

    private sealed class World(RunningBot bot, BotApiServer telegram, ShiftedClock clock, string language) : IAsyncDisposable
    {
        public RunningBot Bot => bot;

        public BotApiServer Telegram => telegram;

        public ShiftedClock Clock => clock;

        /// <summary>Alerts and digests, not replies.</summary>
        public List<string> Heard => [.. telegram.Sent.Where(s => s.Keyboard?.ToJsonString() is { } keys && keys.Contains("\"read:", StringComparison.Ordinal)).Select(s => s.Text)];

        public async Task Say(string text)
        {
            var before = telegram.Sent.Count();
            telegram.Say(Chat, text, language);
            await Eventually.Holds(() => telegram.Sent.Count() > before, $"{text} is answered", Token);
        }

        public async Task Tap(string action)
        {
            var before = telegram.Calls.Count(c => c.Method == "answerCallbackQuery");
            telegram.Tap(Chat, action, language: language);
            await Eventually.Holds(() => telegram.Calls.Count(c => c.Method == "answerCallbackQuery") > before, $"{action} is answered", Token);
        }

        public Task Publish(string page = "yunling-2025-06-12-02.txt")
        {
            bot.Publish(page, page);
            return Task.CompletedTask;
        }

        public Task<int> Count(DeliveryState state) => bot.Ask(db => db.Set<DeliveryRow>().CountAsync(d => d.State == state));

        /// <summary>Beside the clockwork's own ticks, so that what would come has come.</summary>
        public async Task Tick() => await bot.Services.GetRequiredService<DigestPlanner>().Tick(Token);

        public async ValueTask DisposeAsync()
        {
            await bot.DisposeAsync();
            await telegram.DisposeAsync();
        }
    }
}
