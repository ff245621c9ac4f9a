using System.Net.Http.Json;
using Bot.Bulletins;
using Bot.Channels;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Pipeline;

/// <summary>From a file in the watched folder to what people see in Telegram and in the web chat, through the real host.</summary>
public sealed class WholePathTests
{
    private const long Chat = 7001;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_page_gives_each_chat_seven_alerts_once_and_none_under_another_name()
    {
        var page = Needs.RealPage("000_4a6160887b23c619.txt");
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        using var visitor = await FollowEverything(bot, telegram);

        File.Copy(page, Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => Alerts(telegram).Count == 7, "Telegram got seven alerts", Token);
        await Eventually.Holds(async () => await WebAlerts(bot) == 7, "the web chat got seven alerts", Token);

        File.Copy(page, Path.Combine(bot.Pages, "b.txt"));
        await Reread(bot);
        Assert.Equal(7, Alerts(telegram).Count);
        Assert.Equal(7, Alerts(telegram).Distinct().Count());
        Assert.Equal(7, await WebAlerts(bot));
    }

    [Fact]
    public async Task A_stop_in_the_middle_and_a_start_complete_the_set_without_a_second_copy()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        using var visitor = await FollowEverything(bot, telegram);

        File.Copy(SamplePage("yunling-2025-06-12-02.txt"), Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => Alerts(telegram).Count >= 1, "the first alert left", Token);
        await bot.Stop();
        await bot.Start(Token);

        await Eventually.Holds(() => Alerts(telegram).Count == 5, "all five alerts left", Token);
        await Reread(bot);
        Assert.Equal(5, Alerts(telegram).Distinct().Count());
        Assert.Equal(5, Alerts(telegram).Count);
    }

    [Fact]
    public async Task A_subscriber_of_three_matching_topics_gets_one_alert_that_names_all_three()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram);
        bot.Configure("topics.yaml",
            """
            topics:
              - { id: a, name: { zh: 甲题, en: A }, rule: 调解 }
              - { id: b, name: { zh: 乙题, en: B }, rule: "调解 OR 律师" }
              - { id: c, name: { zh: 丙题, en: C }, rule: "title:矛盾" }
            """);
        await bot.Start(Token);
        using var visitor = await FollowEverything(bot, telegram);

        File.Copy(SamplePage("yunling-2025-06-12-02.txt"), Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => Alerts(telegram).Any(t => t.Contains("甲题、乙题、丙题", StringComparison.Ordinal)), "one alert names three topics", Token);
        Assert.Single(telegram.Sent, s => s.Text.Contains("把矛盾化解在家门口", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Telegrams_wish_for_patience_delays_an_alert_and_loses_none()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        using var visitor = await FollowEverything(bot, telegram);
        var refusals = 0;
        telegram.Refuse = call => call.Method == "sendMessage" && Interlocked.Increment(ref refusals) <= 2
            ? new BotApiServer.Refusal(429, "Too Many Requests: retry after 1", new() { ["retry_after"] = 1 })
            : null;

        File.Copy(SamplePage("yunling-2025-06-12-02.txt"), Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => Alerts(telegram).Count == 5, "all five alerts arrived in spite of two refusals", Token);
    }

    [Fact]
    public async Task A_chat_that_blocked_the_bot_is_suspended_and_holds_up_nobody()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        using var visitor = await FollowEverything(bot, telegram);
        telegram.Refuse = call => call.Method == "sendMessage" ? new BotApiServer.Refusal(403, "Forbidden: bot was blocked by the user") : null;

        File.Copy(SamplePage("yunling-2025-06-12-02.txt"), Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(async () => await WebAlerts(bot) == 5, "the web chat got its alerts", Token);
        await Eventually.Holds(
            () => bot.Ask(db => db.Set<ChatRow>().AnyAsync(c => c.Channel == "telegram" && c.State == ChatState.Suspended)),
            "the chat is suspended", Token);
        Assert.Equal(0, await bot.Ask(db => db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending)));
    }

    [Fact]
    public async Task An_unreadable_document_is_set_aside_and_the_others_go_on()
    {
        await using var bot = await new RunningBot().Start(Token);
        await File.WriteAllBytesAsync(Path.Combine(bot.Pages, "broken.pdf"), "%PDF-1.7 and nothing more"u8.ToArray(), Token);
        File.Copy(SamplePage("yunling-2025-06-12-02.txt"), Path.Combine(bot.Pages, "good.txt"));
        await Eventually.Holds(() => bot.Ask(db => db.Set<BulletinRow>().AnyAsync()), "the good page was read", Token);
        await Eventually.Holds(() => bot.Ask(db => db.Set<Bot.Sources.DocumentRow>().AnyAsync(d => d.Error != null)), "the broken one is recorded with its reason", Token);
    }

    private static string SamplePage(string name) => Path.Combine(AppContext.BaseDirectory, "config", "sample", "pages", name);

    private static List<string> Alerts(BotApiServer telegram) =>
        [.. telegram.Sent.Where(s => s.Chat == Chat && s.Keyboard?.ToJsonString().Contains("why:", StringComparison.Ordinal) == true).Select(s => s.Text)];

    private static Task<int> WebAlerts(RunningBot bot) => bot.Ask(db => db.Set<WebMessageRow>().CountAsync(m => m.Key != null));

    private static async Task<HttpClient> FollowEverything(RunningBot bot, BotApiServer telegram)
    {
        telegram.Say(Chat, "/start");
        await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", Token);
        telegram.Tap(Chat, "topics:s:0:on");
        await Eventually.Holds(() => telegram.Calls.Any(c => c.Method == "editMessageText"), "the picker shows what is followed", Token);

        var visitor = new HttpClient { BaseAddress = new Uri(bot.Url) };
        visitor.DefaultRequestHeaders.Add("Origin", bot.Url);
        await Post("/chat/hello", new { language = "zh" });
        await Post("/chat/say", new { text = "/start" });
        await Post("/chat/tap", new { action = "topics:s:0:on", message = 0 });
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<SubscriptionRow>().Select(s => s.ChatId).Distinct().CountAsync() == 2), "both chats follow", Token);
        return visitor;

        async Task Post(string path, object body)
        {
            using var answer = await visitor.PostAsJsonAsync(path, body, Token);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
        }
    }

    /// <summary>Until the folder was looked at once more, from start to end.</summary>
    private static async Task Reread(RunningBot bot)
    {
        for (var i = 0; i < 2; i++)
        {
            var before = await LastRead();
            await Eventually.Holds(async () => await LastRead() > before, "the folder is read again", Token);
        }

        Task<DateTimeOffset?> LastRead() => bot.Ask(db => db.Set<Bot.Sources.SourceRow>().Select(s => s.LastSuccessAt).SingleAsync());
    }
}
