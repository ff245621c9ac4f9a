using System.Text.RegularExpressions;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels;

/// <summary>What leaves for Telegram and what becomes of its answers, through the real host and HTTP.</summary>
public sealed class TelegramSendTests
{
    private const long Admin = 7001;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Bad Request: message thread not found")]
    [InlineData("Bad Request: TOPIC_CLOSED")]
    [InlineData("Bad Request: TOPIC_DELETED")]
    public async Task What_is_meant_for_a_closed_thread_goes_to_the_groups_general_one_and_the_admins_are_told_once(string answer)
    {
        await using var telegram = await BotApiServer.Start(Token);
        telegram.Refuse = call => call.Body["message_thread_id"] is not null ? new(400, answer) : null;
        await using var bot = await new RunningBot().With(telegram).Set("Admins:0", $"telegram:{Admin}").Start(Token);
        for (var i = 0; i < 2; i++)
        {
            Assert.IsType<SendOutcome.Accepted>(await Telegram(bot).Send("-1001/7", Message.Plain("公报") with { Language = "zh" }, Token));
        }

        Assert.Single(telegram.Calls, c => c.Method == "sendMessage" && c.Body["message_thread_id"] is not null);
        Assert.Equal(2, telegram.Sent.Count(s => s.Chat == -1001 && s.Text.Contains("公报", StringComparison.Ordinal) && s.Text.Contains("话题已关闭或删除", StringComparison.Ordinal)));
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == Admin && s.Text.Contains("-1001/7", StringComparison.Ordinal)), "the admin is told", Token);
        Assert.Single(telegram.Sent, s => s.Chat == Admin && s.Text.Contains("-1001/7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_message_comes_in_parts_that_lose_nothing_and_only_the_last_has_buttons()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        var text = string.Concat(Enumerable.Range(0, 4500).Select(i => i % 3 == 0 ? "法" : i % 3 == 1 ? "𠮷" : "<&"));
        var message = new Message([new([new Span("题", SpanStyle.Bold)]), new([new Span(text, SpanStyle.Italic)]), new([new Span("尾")])], [[new Button("读", "read:1")]]);
        Assert.IsType<SendOutcome.Accepted>(await Telegram(bot).Send("1", message, Token));
        var sent = telegram.Sent.ToList();
        Assert.Equal(3, sent.Count);
        Assert.All(sent.Take(2), s => Assert.Null(s.Keyboard));
        Assert.NotNull(sent[2].Keyboard);
        Assert.All(sent, s => Assert.InRange(Shown(s.Text).EnumerateRunes().Count(), 1, 4096));
        Assert.All(sent, s => Assert.Equal(Regex.Count(s.Text, "<[bi]>"), Regex.Count(s.Text, "</[bi]>")));
        Assert.Equal($"题{text}尾", string.Concat(sent.Select(s => Shown(s.Text))).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Telegram_cannot_parse_is_sent_as_plain_text()
    {
        await using var telegram = await BotApiServer.Start(Token);
        telegram.Refuse = call => call.Body["parse_mode"] is not null ? new(400, "Bad Request: can't parse entities: Unsupported start tag") : null;
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        Assert.IsType<SendOutcome.Accepted>(await Telegram(bot).Send("1", new Message([new([new Span("甲<乙>", SpanStyle.Bold)])], []), Token));
        Assert.Equal("甲<乙>", Assert.Single(telegram.Sent).Text);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_keeps_what_it_follows_also_when_only_its_last_message_says_so()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        var id = await bot.Ask(async db =>
        {
            var chat = new ChatRow { Channel = "telegram", Address = "-55", Kind = ChatKind.Group, CreatedAt = TimeProvider.System.GetUtcNow() };
            db.Add(chat);
            await db.SaveChangesAsync(Token);
            db.Add(new SubscriptionRow { ChatId = chat.Id, TopicId = "lawyers", CreatedAt = TimeProvider.System.GetUtcNow() });
            await db.SaveChangesAsync(Token);
            return chat.Id;
        });
        telegram.Migrate(-55, -100155);
        await Eventually.Holds(() => bot.Ask(db => db.Set<ChatRow>().AnyAsync(c => c.Id == id && c.Address == "-100155")), "it moved", Token);
        Assert.True(await bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => s.ChatId == id)));

        telegram.Refuse = call => call.Method == "sendMessage" ? new(400, "Bad Request: group chat was upgraded to a supergroup chat", new() { ["migrate_to_chat_id"] = -100156 }) : null;
        Assert.Equal(new SendOutcome.Moved("-100156"), await Telegram(bot).Send("-56", Message.Plain("公报"), Token));
    }

    [Theory]
    [InlineData(429, "Too Many Requests: retry after 17", "Later")]
    [InlineData(500, "Internal Server Error", "Later")]
    [InlineData(400, "Bad Request: message is too long", "Refused")]
    [InlineData(400, "Bad Request: chat not found", "Unreachable")]
    [InlineData(403, "Forbidden: the group chat was deleted", "Unreachable")]
    [InlineData(401, "Unauthorized", "Broken")]
    public async Task An_answer_is_told_by_its_code_and_its_words(int code, string description, string outcome)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Refuse = call => call.Method == "sendMessage" ? new(code, description, code == 429 ? new() { ["retry_after"] = 17 } : null) : null;
        var was = await Telegram(bot).Send("1", Message.Plain("公报"), Token);
        Assert.Equal(outcome, was.GetType().Name);
        Assert.True(was is not SendOutcome.Later(var after, _, _) || code != 429 || after == TimeSpan.FromSeconds(17));
    }

    private static IChannel Telegram(RunningBot bot) => bot.Services.GetServices<IChannel>().Single(c => c.Name == "telegram");

    private static string Shown(string html) => Regex.Replace(html, "<[^>]*>", "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
