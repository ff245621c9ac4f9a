using System.Net;
using Bot.Channels;
using Bot.Commands;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels;

public sealed class TelegramWebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_that_Telegram_pushes_are_answered_in_order_and_kept_until_then()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram);
        telegram.Say(42, "/help");
        telegram.Say(42, "/settings");
        telegram.Say(43, "/help", "en");
        await telegram.PushAll(Token);
        await Eventually.Holds(() => telegram.Sent.Count(s => s.Chat is 42 or 43) == 3, "three answers came", Token);
        Assert.Equal(["我会这些", "设置"], telegram.Sent.Where(s => s.Chat == 42).Select(s => s.Text.Split('\n')[0].Replace("<b>", "").Replace("</b>", "")));
        await Eventually.Holds(
            () => bot.Ask(db => db.Set<TelegramUpdateRow>().AllAsync(u => u.HandledAt != null && u.Json == "")), "what is handled is kept no longer", Token);
    }

    [Fact]
    public async Task An_update_that_is_pushed_twice_is_answered_once()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram);
        var (url, secret) = telegram.Webhook!.Value;
        var update = Update(900, 42, "/help");
        Assert.Equal(HttpStatusCode.OK, await telegram.Push(url, secret, update, Token));
        Assert.Equal(HttpStatusCode.OK, await telegram.Push(url, secret, update, Token));
        Assert.Equal(HttpStatusCode.OK, await telegram.Push(url, secret, Update(901, 42, "/settings"), Token));
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Text.Contains("时区", StringComparison.Ordinal)), "the last one is answered", Token);
        Assert.Single(telegram.Sent, s => s.Text.Contains("我会这些", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Who_does_not_know_the_secret_is_turned_away(string? secret)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram);
        Assert.Equal(HttpStatusCode.Forbidden, await telegram.Push(telegram.Webhook!.Value.Url, secret, Update(900, 42, "/help"), Token));
        Assert.Equal(0, await bot.Ask(db => db.Set<TelegramUpdateRow>().CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"update_id\":0}")]
    [InlineData("{\"update_id\":\"x\"}")]
    public async Task What_is_no_update_is_refused(string body)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram);
        Assert.Equal(HttpStatusCode.BadRequest, await telegram.Push(telegram.Webhook!.Value.Url, telegram.Webhook!.Value.Secret, body, Token));
    }

    [Fact]
    public async Task What_a_crash_left_is_answered_after_the_next_start()
    {
        await using var telegram = await BotApiServer.Start(Token);
        var clock = new ShiftedClock();
        await using var bot = await Start(telegram, clock);
        await bot.Ask(async db =>
        {
            db.Add(new TelegramUpdateRow { Id = 77, Json = Update(77, 42, "/help"), Owner = "a process that is no more", ReceivedAt = clock.GetUtcNow().AddMinutes(-1) });
            return await db.SaveChangesAsync(Token);
        });
        await bot.Stop();
        await bot.Start(Token);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == 42 && s.Text.Contains("我会这些", StringComparison.Ordinal)), "it is answered", Token);
    }

    [Fact]
    public async Task Without_the_setting_the_webhook_is_taken_away_and_updates_are_asked_for()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await Start(telegram);
        await bot.Stop();
        bot.Set("Telegram:WebhookUrl", "");
        await bot.Start(Token);
        telegram.Say(42, "/help");
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == 42), "it is answered", Token);
        Assert.Null(telegram.Webhook);
    }

    [Theory]
    [InlineData("http://bot.example.org/telegram", "https only")]
    [InlineData("https://bot.example.org:5080/telegram", "443, 80, 88 and 8443")]
    [InlineData("https://bot.example.org/", "a path of its own")]
    [InlineData("bot.example.org", "no address")]
    public async Task A_webhook_that_Telegram_would_not_take_stops_the_start_and_says_why(string url, string why)
    {
        await using var bot = new RunningBot().Set("Telegram:Token", BotApiServer.Token).Set("Telegram:WebhookUrl", url);
        var outcome = Assert.IsType<StartOutcome.Refused>(await bot.TryStart(Token));
        var said = string.Join('\n', outcome.Reasons);
        Assert.Contains("Telegram:WebhookUrl", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    private static async Task<RunningBot> Start(BotApiServer telegram, TimeProvider? clock = null)
    {
        var port = FreePort();
        var bot = new RunningBot(services =>
        {
            if (clock is not null)
            {
                services.AddSingleton(clock);
            }
        }).With(telegram).Set("Urls", $"http://127.0.0.1:{port}").Set("Telegram:WebhookUrl", $"http://127.0.0.1:{port}/telegram/in");
        Assert.IsType<StartOutcome.Started>(await bot.TryStart(Token, $"http://127.0.0.1:{port}"));
        await Eventually.Holds(() => telegram.Webhook is not null, "the webhook is set", Token);
        return bot;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Update(int id, long chat, string text) =>
        $$$"""
        {"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1700000000,"chat":{"id":{{{chat}}},"type":"private","first_name":"甲"},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"甲","language_code":"zh"},"text":"{{{text}}}"}}
        """;
}
