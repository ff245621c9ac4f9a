using System.Net;
using System.Net.Sockets;
using Bot.Commands;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Commands;

/// <summary>What is wrong stops the start with one clear message.</summary>
public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_that_chooses_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var bot = new RunningBot();
        var why = await Refused(bot, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Contains("--urls", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_refuses_stops_the_start_and_says_where_to_get_one()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram).Set("Telegram:Token", "1:AAwrong");
        var why = await Refused(bot);
        Assert.Contains("@BotFather", why, StringComparison.Ordinal);
        Assert.Contains("Telegram:Token", why, StringComparison.Ordinal);
        Assert.DoesNotContain("AAwrong", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Telegram_that_cannot_be_reached_does_not_stop_the_start()
    {
        await using var bot = new RunningBot().Set("Telegram:Token", BotApiServer.Token).Set("Telegram:ApiUrl", "http://127.0.0.1:9");
        Assert.IsType<StartOutcome.Started>(await bot.TryStart(Token));
    }

    [Theory]
    [InlineData("sources.yaml", "sources:\n  - { id: a, kind: paper, location: x }", "sources.yaml:2:20")]
    [InlineData("topics.yaml", "topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: 法院 AND topic:nowhere", "nowhere")]
    [InlineData("topics.yaml", "topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: (法院 OR 律师", "topics.yaml:4")]
    [InlineData("appsettings.json", "{ \"Urls\": ", "appsettings.json")]
    public async Task A_wrong_file_is_named_with_the_place_of_its_fault(string file, string text, string expected)
    {
        await using var bot = new RunningBot();
        bot.Configure(file, text);
        Assert.Contains(expected, await Refused(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_sources_file_says_where_to_put_one()
    {
        await using var bot = new RunningBot();
        File.Delete(Path.Combine(bot.Config, "sources.yaml"));
        Assert.Contains(bot.Config, await Refused(bot), StringComparison.Ordinal);
    }

    private static async Task<string> Refused(RunningBot bot, string? urls = null) =>
        string.Join('\n', Assert.IsType<StartOutcome.Refused>(await bot.TryStart(Token, urls)).Reasons);
}
