using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Channels;

public sealed class TelegramMenuTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_and_descriptions_are_set_for_each_scope_and_language_at_the_start()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Set("Admins:0", "telegram:7001").Start(Token);
        await Eventually.Holds(() => telegram.Calls.Count(c => c.Method == "setMyShortDescription") == 3, "all is set", Token);

        var lists = telegram.Calls.Where(c => c.Method == "setMyCommands")
            .ToDictionary(c => $"{c.Body["scope"]?["type"] ?? "default"} {c.Body["language_code"]}", c => (JsonArray)c.Body["commands"]!);
        foreach (var scope in new[] { "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat" })
        {
            foreach (var language in new[] { "", "zh", "en" })
            {
                var list = lists[$"{scope} {language}"];
                Assert.NotEmpty(list);
                Assert.All(list, c => Assert.Matches(new Regex("^[a-z0-9_]{1,32}$"), (string)c!["command"]!));
                Assert.All(list, c => Assert.InRange(((string)c!["description"]!).Length, 1, 256));
            }
        }

        Assert.Equal(["latest", "search", "help"], lists["all_group_chats en"].Select(c => (string)c!["command"]!));
        Assert.Contains(lists["chat zh"], c => (string)c!["command"]! == "robot");
        Assert.DoesNotContain(lists["all_private_chats zh"], c => (string)c!["command"]! == "robot");
        Assert.Contains(lists["all_private_chats zh"], c => (string)c!["description"]! == "选择关注的主题");
        Assert.Contains(lists["all_private_chats en"], c => (string)c!["description"]! == "Choose what to follow");
        Assert.All(telegram.Calls.Where(c => c.Method == "setMyDescription"), c => Assert.InRange(((string)c.Body["description"]!).Length, 1, 512));
        Assert.All(telegram.Calls.Where(c => c.Method == "setMyShortDescription"), c => Assert.InRange(((string)c.Body["short_description"]!).Length, 1, 120));
    }

    [Theory]
    [InlineData("zh-hans", "大家好，我是法讯", "选择关注的主题")]
    [InlineData("en-GB", "Hello, I am Faxun", "Choose what to follow")]
    public async Task A_group_that_the_bot_is_added_to_is_greeted_once(string language, string hello, string button)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Member(-1001, "left", "member", language);
        telegram.Member(-1001, "member", "administrator", language);
        telegram.Say(7, "/help", language);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == 7) && telegram.Sent.Any(s => s.Chat == -1001), "the group is greeted", Token);
        var greeting = Assert.Single(telegram.Sent, s => s.Chat == -1001);
        Assert.Contains(hello, greeting.Text, StringComparison.Ordinal);
        Assert.Contains(greeting.Keyboard!["inline_keyboard"]!.AsArray().SelectMany(r => r!.AsArray()), b => (string)b!["text"]! == button);
    }

    [Theory]
    [InlineData("/start topic_lawyers", "private", 42)]
    [InlineData("/start@faxun_bot topic_lawyers", "supergroup", -1002)]
    public async Task A_link_to_a_topic_follows_it(string typed, string type, long chat)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram);
        bot.Configure("topics.yaml", "topics:\n  - { id: lawyers, name: { zh: 律师, en: Lawyers }, rule: 律师 }\n");
        await bot.Start(Token);
        telegram.Say(chat, typed, type: type);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == chat && s.Text.Contains("律师", StringComparison.Ordinal)), "it says so", Token);
    }
}
