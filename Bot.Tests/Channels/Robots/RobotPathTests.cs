using System.Collections.Concurrent;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Robots;

/// <summary>Group robots from the settings or a chat, through the real host, against servers that answer as WeCom, Feishu and DingTalk do.</summary>
public sealed class RobotPathTests
{
    private const long Admin = 7001;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Robots_of_the_settings_get_their_topics_alerts_once_and_their_addresses_are_in_no_log()
    {
        await using var server = await RobotServer.Start(Token);
        var log = new Lines();
        await using var bot = Bot(server, log).Set("Logging:LogLevel:Default", "Trace").Set("Logging:LogLevel:Bot", "Trace");
        Provide(bot, 0, "wecom", server.WeComUrl);
        Provide(bot, 1, "feishu", server.FeishuUrl);
        Provide(bot, 2, "dingtalk", server.DingTalkUrl);
        await bot.Start(Token);
        bot.Publish();

        await Eventually.Holds(() => server.Taken.Count == 15, "each robot got five alerts", Token);
        foreach (var kind in new[] { "wecom", "feishu", "dingtalk" })
        {
            Assert.Equal(5, server.Of(kind).Distinct().Count());
            Assert.Single(server.Of(kind), text => text.Contains("把矛盾化解在家门口", StringComparison.Ordinal));
        }

        Assert.Empty(server.Refused);
        await bot.Stop();
        Assert.NotEmpty(log.All);
        Assert.DoesNotContain(log.All, line => line.Contains(RobotServer.Key, StringComparison.Ordinal) || line.Contains(RobotServer.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wecom")]
    [InlineData("dingtalk")]
    public async Task A_backlog_beyond_the_budget_is_merged_into_a_list_with_the_urgent_ones_first_and_loses_nothing(string kind)
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server);
        Provide(bot, 0, kind, kind == "wecom" ? server.WeComUrl : server.DingTalkUrl);
        await bot.Start(Token);
        await Owe(bot, count: 60, urgent: 2);

        await Eventually.Holds(() => Enumerable.Range(1, 60).All(i => server.Of(kind).Any(t => t.Contains($"第{i:000}号公报", StringComparison.Ordinal))), "all sixty arrived", Token);
        var posts = server.Of(kind).ToList();
        Assert.InRange(posts.Count, 3, 7);
        Assert.Contains("第001号公报", posts[0], StringComparison.Ordinal);
        Assert.Contains("第002号公报", posts[1], StringComparison.Ordinal);
        Assert.Contains(posts, p => p.Contains("一次太多，合成一条", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 60), i => Assert.Single(posts, p => p.Contains($"第{i:000}号公报", StringComparison.Ordinal)));
        Assert.Empty(server.Refused);
    }

    [Theory]
    [InlineData("zh-hans", "/机器人 添加 企业微信 值班群 {0}", "已添加", "只有管理员", "法讯的测试消息", "已发送。")]
    [InlineData("en", "/robot add wecom duty {0}", "is set up", "Only admins", "This is a test from Faxun", "Sent.")]
    public async Task An_admin_adds_a_robot_in_the_chat_and_nobody_else_does(string language, string typed, string added, string refused, string test, string sent)
    {
        await using var server = await RobotServer.Start(Token);
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = Bot(server).With(telegram).Set("Admins:0", $"telegram:{Admin}");
        await bot.Start(Token);
        var command = string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, server.WeComUrl);
        telegram.Say(99, command, language);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == 99 && s.Text.Contains(refused, StringComparison.Ordinal)), "a stranger is refused", Token);
        Assert.Equal(0, await bot.Ask(db => db.Set<RobotRow>().CountAsync()));

        telegram.Say(Admin, command.Replace(server.Host, "evil.example", StringComparison.Ordinal), language);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == Admin), "another host is refused", Token);
        Assert.Equal(0, await bot.Ask(db => db.Set<RobotRow>().CountAsync()));

        telegram.Say(Admin, command, language);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Text.Contains(added, StringComparison.Ordinal)), "it is added", Token);
        var robot = await bot.Ask(db => db.Set<RobotRow>().SingleAsync());
        telegram.Tap(Admin, $"robot-act:{robot.Id}:test", language: language);
        await Eventually.Holds(() => server.Of("wecom").Any(t => t.Contains(test, StringComparison.Ordinal)), "the test arrives", Token);
        await Eventually.Holds(() => telegram.Calls.Any(c => c.Method == "answerCallbackQuery" && (string?)c.Body["text"] == sent), "and is said to have", Token);
        telegram.Tap(Admin, $"robot-topic:{robot.Id}:0:on:a", language: language);
        await Eventually.Holds(() => bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => s.ChatId == robot.ChatId)), "it follows", Token);
        await Owe(bot, count: 1, urgent: 0);
        await Eventually.Holds(() => server.Of("wecom").Any(t => t.Contains("第001号公报", StringComparison.Ordinal)), "the alert arrives", Token);
        Assert.DoesNotContain(telegram.Sent, s => s.Text.Contains(RobotServer.Key, StringComparison.Ordinal));

        telegram.Tap(Admin, $"robot-act:{robot.Id}:remove", language: language);
        await Eventually.Holds(() => bot.Ask(async db => !await db.Set<RobotRow>().AnyAsync()), "it is removed", Token);
    }

    [Theory]
    [InlineData("wecom", 200, """{"errcode":-1,"errmsg":"system busy"}""", "later 5")]
    [InlineData("wecom", 200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", "later 60")]
    [InlineData("wecom", 200, """{"errcode":93000,"errmsg":"invalid webhook url, hint: [x], from ip: 1.2.3.4"}""", "unreachable 93000: invalid webhook url")]
    [InlineData("wecom", 200, """{"errcode":40008,"errmsg":"invalid message type"}""", "refused 40008: invalid message type")]
    [InlineData("wecom", 502, "<html>bad gateway</html>", "later 10")]
    [InlineData("wecom", 200, "<html>ok</html>", "unknown")]
    [InlineData("wecom", 404, "", "unreachable the robot's service answered 404")]
    [InlineData("feishu", 200, """{"code":11232,"msg":"frequency limited"}""", "later 30")]
    [InlineData("feishu", 400, """{"code":9499,"msg":"too many request","data":{}}""", "later 30")]
    [InlineData("feishu", 400, """{"code":9499,"msg":"Bad Request","data":{}}""", "refused 9499: Bad Request")]
    [InlineData("feishu", 200, """{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}""", "unreachable 19021: sign match fail or timestamp is not within one hour from current time")]
    [InlineData("feishu", 200, """{"StatusCode":0,"StatusMessage":"success"}""", "accepted")]
    [InlineData("dingtalk", 200, """{"errcode":130101,"errmsg":"send too fast"}""", "later 600")]
    [InlineData("dingtalk", 200, """{"errcode":410100,"errmsg":"too fast"}""", "later 600")]
    [InlineData("dingtalk", 302, "", "later 600")]
    [InlineData("dingtalk", 200, """{"errcode":310000,"errmsg":"sign not match"}""", "unreachable 310000: sign not match")]
    [InlineData("dingtalk", 429, "", "later 60")]
    public async Task An_answer_means_what_the_services_documents_say(string kind, int status, string body, string meaning)
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server);
        Provide(bot, 0, kind, kind switch { "wecom" => server.WeComUrl, "feishu" => server.FeishuUrl, _ => server.DingTalkUrl });
        await bot.Start(Token);
        server.Instead = (_, _) => Results.Text(body, "application/json", statusCode: status);
        var outcome = await Channel(bot, kind).Send("group", Message.Plain("一条"), Token);
        Assert.Equal(meaning, outcome switch
        {
            SendOutcome.Accepted => "accepted",
            SendOutcome.Later l => $"later {l.After.TotalSeconds:0}",
            SendOutcome.Unknown => "unknown",
            SendOutcome.Refused r => $"refused {r.Why}",
            SendOutcome.Unreachable u => $"unreachable {u.Why}",
            _ => "other",
        });
    }

    [Fact]
    public async Task What_WeCom_takes_for_no_markdown_is_sent_as_text_and_what_is_long_in_parts_of_4096_bytes()
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server);
        Provide(bot, 0, "wecom", server.WeComUrl);
        await bot.Start(Token);
        server.Instead = (_, body) => (string)body["msgtype"]! == "markdown" ? Results.Text("""{"errcode":40058,"errmsg":"invalid parameter"}""") : null;
        Assert.IsType<SendOutcome.Accepted>(await Channel(bot, "wecom").Send("group", Message.Plain(new string('法', 3000)), Token));
        Assert.All(server.Of("wecom"), text => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 1, 2048));
        Assert.Equal(new string('法', 3000), string.Concat(server.Of("wecom")));

        server.Instead = (_, _) => null;
        Assert.IsType<SendOutcome.Accepted>(await Channel(bot, "wecom").Send("group", Message.Plain(string.Join('\n', Enumerable.Repeat(new string('讯', 400), 6))), Token));
        Assert.Equal(6 * 400, server.Of("wecom").Sum(t => t.Count(c => c == '讯')));
        Assert.Empty(server.Refused);
    }

    [Theory]
    [InlineData("wecom")]
    [InlineData("feishu")]
    [InlineData("dingtalk")]
    public async Task A_list_that_is_longer_than_five_posts_says_how_much_is_left_out_and_where_all_of_it_is(string kind)
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server).Set("Deliveries:PublicUrl", "https://faxun.example/");
        Provide(bot, 0, kind, kind switch { "wecom" => server.WeComUrl, "feishu" => server.FeishuUrl, _ => server.DingTalkUrl });
        await bot.Start(Token);
        var items = Enumerable.Range(1, 3000).Select(i => new Paragraph([new Span($"{i}. "), new Span($"云塘市发布第{i:0000}号公报", SpanStyle.Bold, "https://news.example/a")]) { BeginsItem = true });
        Assert.IsType<SendOutcome.Accepted>(await Channel(bot, kind).Send("group", new Message([new([new Span("清单")]), .. items], []) { Language = "zh" }, Token));
        var posts = server.Of(kind).ToList();
        Assert.Equal(5, posts.Count);
        var shown = posts.Sum(p => System.Text.RegularExpressions.Regex.Count(p, "云塘市发布第"));
        Assert.Contains($"另有 {3000 - shown} 条没有列出。", posts[^1], StringComparison.Ordinal);
        Assert.Contains("查看全部", posts[^1], StringComparison.Ordinal);
        Assert.Empty(server.Refused);
    }

    [Fact]
    public async Task A_robot_whose_address_is_refused_is_suspended_and_a_test_that_arrives_brings_it_back()
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server);
        Provide(bot, 0, "wecom", server.WeComUrl.Replace(RobotServer.Key, "another", StringComparison.Ordinal));
        await bot.Start(Token);
        await Owe(bot, count: 1, urgent: 0);
        await Eventually.Holds(() => bot.Ask(db => db.Set<ChatRow>().AnyAsync(c => c.Channel == "wecom" && c.State == ChatState.Suspended)), "it is suspended", Token);
        Assert.Equal("93000: invalid webhook url", await bot.Ask(db => db.Set<ChatRow>().Where(c => c.Channel == "wecom").Select(c => c.StateReason).SingleAsync()));
    }

    [Fact]
    public async Task A_wrong_robot_in_the_settings_stops_the_start_and_its_address_is_not_said()
    {
        await using var server = await RobotServer.Start(Token);
        await using var bot = Bot(server);
        Provide(bot, 0, "wecom", $"https://evil.example/send?key={RobotServer.Key}");
        var refused = Assert.IsType<Bot.Commands.StartOutcome.Refused>(await bot.TryStart(Token));
        var said = string.Join('\n', refused.Reasons);
        Assert.Contains("Robots:Chats:0:Url", said, StringComparison.Ordinal);
        Assert.DoesNotContain(RobotServer.Key, said, StringComparison.Ordinal);
    }

    private static RunningBot Bot(RobotServer server, ILoggerProvider? log = null)
    {
        var bot = new RunningBot(services =>
        {
            if (log is not null)
            {
                services.AddLogging(l => l.AddProvider(log));
            }
        });
        bot.Configure("topics.yaml", "topics:\n  - { id: a, name: { zh: 甲题, en: First }, rule: \"的 OR 是 OR 在 OR 公报\" }\n  - { id: u, name: { zh: 急题, en: Pressing }, rule: 急件, priority: urgent }\n");
        return bot.Set("Robots:Hosts:0", server.Host).Set("Sources:AllowPrivateAddresses", "true");
    }

    private static void Provide(RunningBot bot, int place, string kind, string url)
    {
        foreach (var (key, value) in new[] { ("Kind", kind), ("Name", "group"), ("Url", url), ("Secret", RobotServer.Secret), ("Topics:0", "a"), ("Topics:1", "u") })
        {
            bot.Set($"Robots:Chats:{place}:{key}", value);
        }
    }

    private static IChannel Channel(RunningBot bot, string kind) => bot.Services.GetServices<IChannel>().Single(c => c.Name == kind);

    /// <summary>So many bulletins at once, the first few of them urgent.</summary>
    private static async Task Owe(RunningBot bot, int count, int urgent)
    {
        await bot.Ask(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            for (var i = 1; i <= count; i++)
            {
                var bulletin = new BulletinRow { SourceId = "pages", EntryKey = $"k{i}", Fingerprint = $"f{i}", Title = $"云塘市发布第{i:000}号公报", Summary = "内容照登。", SeenAt = now };
                db.Add(bulletin);
                await db.SaveChangesAsync(Token);
                bulletin.StoryId = bulletin.Id;
                db.Add(new MatchRow { BulletinId = bulletin.Id, TopicId = i <= urgent ? "u" : "a", Priority = i <= urgent ? TopicPriority.Urgent : TopicPriority.Normal, MatchedAt = now });
                await db.SaveChangesAsync(Token);
                await FanOut.Owe(db, bulletin.Id, bulletin.StoryId, now, Token);
            }

            await transaction.CommitAsync(Token);
            return count;
        });
    }

    private sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => lines._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lines.All.Enqueue($"{formatter(state, exception)} {exception}");
                lines._scopes?.ForEachScope((scope, all) => all.Enqueue(scope?.ToString() ?? ""), lines.All);
            }
        }
    }
}
