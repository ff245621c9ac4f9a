using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels;

/// <summary>What happens to a bot in Telegram over the years, over a server that answers as the real one does.</summary>
public sealed class TelegramLifeTests
{
    private const long Person = 42;
    private const long Group = -1001;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("closed")]
    [InlineData("deleted")]
    public async Task A_thread_that_was_closed_or_deleted_sends_its_messages_to_the_general_one(string how)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Group, "/start topic_lawyers", thread: 7);
        await Said(telegram, Group, "律师");
        Assert.Equal(7, (int?)telegram.Calls.First(c => c.Method == "sendMessage" && (long)c.Body["chat_id"]! == Group).Body["message_thread_id"]);

        if (how == "closed")
        {
            telegram.Chats.Closes(Group, 7);
        }
        else
        {
            telegram.Chats.Deletes(Group, 7);
        }

        Assert.IsType<SendOutcome.Accepted>(await Channel(bot).Send($"{Group}/7", Message.Plain("公报") with { Language = "zh" }, Token));
        await Said(telegram, Group, "话题已关闭或删除");
    }

    [Fact]
    public async Task Each_thread_of_a_forum_follows_its_own_topics()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Group, "/start topic_lawyers", thread: 7);
        telegram.Say(Group, "/start topic_courts", thread: 8);
        await Eventually.Holds(async () => (await Followed(bot, $"{Group}/7")).Count == 1 && (await Followed(bot, $"{Group}/8")).Count == 1, "both follow", Token);
        Assert.Equal(["lawyers"], await Followed(bot, $"{Group}/7"));
        Assert.Equal(["courts"], await Followed(bot, $"{Group}/8"));
    }

    [Theory]
    [InlineData("by its last message")]
    [InlineData("by the first message of the new one")]
    [InlineData("by the answer to a message")]
    public async Task A_group_that_becomes_a_supergroup_goes_on_under_its_new_number(string told)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(-55, "/start topic_lawyers", type: "group");
        await Eventually.Holds(async () => (await Followed(bot, "-55")).Count == 1, "it follows", Token);
        switch (told)
        {
            case "by its last message":
                telegram.Migrate(-55, -10055);
                break;
            case "by the first message of the new one":
                telegram.Migrated(-55, -10055);
                break;
            default:
                telegram.Chats.Moves(-55, -10055);
                Assert.Equal(new SendOutcome.Moved("-10055"), await Channel(bot).Send("-55", Message.Plain("公报"), Token));
                return;
        }

        await Eventually.Holds(async () => (await Followed(bot, "-10055")).Count == 1, "it moved with what it follows", Token);
        Assert.Empty(await Followed(bot, "-55"));
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_left_alone_and_who_returns_has_everything_as_it_was()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Person, "/start topic_lawyers");
        await Said(telegram, Person, "律师");
        telegram.Member(Person, "member", "kicked");
        await Eventually.Holds(() => State(bot, Person, ChatState.Suspended), "the chat rests", Token);
        Assert.IsType<SendOutcome.Unreachable>(await Channel(bot).Send($"{Person}", Message.Plain("公报"), Token));
        telegram.Member(Person, "kicked", "member");
        await Eventually.Holds(() => State(bot, Person, ChatState.Active), "the chat is back", Token);
        Assert.Equal(["lawyers"], await Followed(bot, $"{Person}"));
        Assert.IsType<SendOutcome.Accepted>(await Channel(bot).Send($"{Person}", Message.Plain("公报"), Token));
    }

    [Fact]
    public async Task A_group_that_puts_the_bot_out_and_lets_it_in_again_is_greeted_and_keeps_its_topics()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Group, "/start topic_lawyers");
        await Said(telegram, Group, "律师");
        telegram.Member(Group, "member", "kicked");
        await Eventually.Holds(() => State(bot, Group, ChatState.Suspended), "the group rests", Token);
        telegram.Member(Group, "left", "member");
        await Said(telegram, Group, "大家好，我是法讯");
        await Eventually.Holds(() => State(bot, Group, ChatState.Active), "the group is back", Token);
        Assert.Equal(["lawyers"], await Followed(bot, $"{Group}"));
    }

    [Fact]
    public async Task A_button_on_a_message_that_is_too_old_to_change_answers_with_a_new_one()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/topics", Token);
        stage.Server.Chats.Ages(TelegramStage.Person);
        await stage.Tap("法院", Token);
        Assert.Equal("已关注：法院", stage.Notice);
        Assert.Contains("[✓ 法院]", await stage.News(null, Token), StringComparison.Ordinal);
        Assert.Contains("[✓ 法院]", BotApiSent(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_whose_time_is_over_does_what_it_says_all_the_same()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/topics", Token);
        var (data, message) = stage.Find("法院");
        var update = stage.Server.Tap(TelegramStage.Person, data, message, "zh-CN");
        stage.Server.Chats.ForgetTaps();
        await stage.Done(update, Token);
        Assert.Contains("[✓ 法院]", await stage.News(null, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_on_a_message_that_Telegram_itself_has_lost_still_works()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/topics", Token);
        var (data, message) = stage.Find("法院");
        await stage.Done(stage.Server.Tap(TelegramStage.Person, data, message, "zh-CN", isLost: true), Token);
        Assert.Contains("[✓ 法院]", await stage.News(null, Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(555, true)]
    [InlineData(556, false)]
    public async Task A_button_on_a_lost_message_in_a_forum_is_answered_in_the_thread_that_it_was_delivered_to(int message, bool isKnown)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Group, "/start topic_lawyers", thread: 7);
        await Said(telegram, Group, "律师");
        await using (var db = bot.Services.GetRequiredService<BotDbFactory>().CreateDbContext())
        {
            var chat = await db.Set<ChatRow>().SingleAsync(c => c.Address == $"{Group}/7", Token);
            db.Add(new DeliveryRow { ChatId = chat.Id, StoryId = 1, BulletinId = 1, State = DeliveryState.Sent, MessageId = "555" });
            await db.SaveChangesAsync(Token);
        }

        var before = telegram.Calls.Count;
        telegram.Tap(Group, "run:topics", message, isLost: true, isForum: true);
        await Eventually.Holds(() => Task.FromResult(telegram.Calls.Skip(before).Any(c => c.Method == "answerCallbackQuery")), "the tap is answered", Token);
        if (isKnown)
        {
            await Eventually.Holds(() => Task.FromResult(telegram.Calls.Skip(before).Any(c => c.Method == "sendMessage" && (int?)c.Body["message_thread_id"] == 7)), "the answer is in its thread", Token);
        }
        else
        {
            Assert.DoesNotContain(telegram.Calls.Skip(before), c => c.Method == "sendMessage");
        }
    }

    [Fact]
    public async Task Two_taps_do_nothing_twice_and_the_second_is_answered_too()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/topics", Token);
        var (data, message) = stage.Find("法院");
        stage.Server.Tap(TelegramStage.Person, data, message, "zh-CN");
        await stage.Done(stage.Server.Tap(TelegramStage.Person, data, message, "zh-CN"), Token);
        Assert.Equal(2, stage.Server.Calls.Count(c => c.Method == "answerCallbackQuery"));
        Assert.Single(stage.Server.Calls, c => c.Method == "editMessageText" && c.Refusal is null);
        Assert.Single(stage.Server.Calls, c => c.Method == "sendMessage");
    }

    [Fact]
    public async Task A_picture_with_words_is_read_by_its_words_and_what_has_none_is_answered_kindly()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Done(stage.Server.Write(TelegramStage.Person, new JsonObject { ["photo"] = Photo(), ["caption"] = "/latest 律师" }), Token);
        Assert.Contains("最新：律师", await stage.News(null, Token), StringComparison.Ordinal);
        foreach (var content in new[]
        {
            new JsonObject { ["photo"] = Photo() },
            new JsonObject { ["voice"] = new JsonObject { ["file_id"] = "a", ["file_unique_id"] = "a", ["duration"] = 1 } },
            new JsonObject { ["location"] = new JsonObject { ["latitude"] = 1.5, ["longitude"] = 1.5 } },
            new JsonObject { ["sticker"] = new JsonObject { ["file_id"] = "a", ["file_unique_id"] = "a", ["type"] = "regular", ["width"] = 1, ["height"] = 1, ["is_animated"] = false, ["is_video"] = false } },
        })
        {
            await stage.Done(stage.Server.Write(TelegramStage.Person, content), Token);
            Assert.Contains("我只看得懂文字", await stage.News(null, Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_only_tells_of_the_chat_is_answered_with_nothing()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/help", Token);
        var before = stage.Server.Calls.Count;
        foreach (var content in new[]
        {
            new JsonObject { ["new_chat_title"] = "新名" },
            new JsonObject { ["delete_chat_photo"] = true },
            new JsonObject { ["pinned_message"] = new JsonObject { ["message_id"] = 1, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = TelegramStage.Person, ["type"] = "private" } } },
        })
        {
            await stage.Done(stage.Server.Write(TelegramStage.Person, content), Token);
        }

        await stage.Done(stage.Server.Write(Group, new JsonObject { ["photo"] = Photo() }), Token);
        await stage.Done(stage.Server.Say(Group, "大家好"), Token);
        Assert.Equal(before, stage.Server.Calls.Count);
    }

    [Fact]
    public async Task A_changed_message_is_not_answered_a_second_time()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/help", Token);
        stage.Server.Rewrite(TelegramStage.Person, "/settings");
        await stage.Type("/latest", Token);
        Assert.DoesNotContain(stage.Server.Sent, s => s.Text.Contains("时区", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/start@other_bot", false)]
    [InlineData("/latest@Other_Bot 律师", false)]
    [InlineData("/help@faxun_bot", true)]
    [InlineData("/help@FAXUN_BOT", true)]
    [InlineData("/help", true)]
    public async Task A_command_for_another_bot_is_not_answered(string typed, bool isOurs)
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = await new RunningBot().With(telegram).Start(Token);
        telegram.Say(Group, typed);
        var last = telegram.Say(Person, "/help");
        await Eventually.Holds(() => telegram.IsAcknowledged(last), "all is handled", Token);
        Assert.Equal(isOurs, telegram.Sent.Any(s => s.Chat == Group));
    }

    private static string BotApiSent(TelegramStage stage) => string.Join('\n', stage.Server.Sent.Last().Keyboard!["inline_keyboard"]!.AsArray().SelectMany(r => r!.AsArray()).Select(b => $"[{(string)b!["text"]!}]"));

    private static JsonArray Photo() => [new JsonObject { ["file_id"] = "a", ["file_unique_id"] = "a", ["width"] = 1, ["height"] = 1 }];

    private static IChannel Channel(RunningBot bot) => bot.Services.GetServices<IChannel>().Single(c => c.Name == "telegram");

    private static Task Said(BotApiServer telegram, long chat, string words) =>
        Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == chat && s.Text.Contains(words, StringComparison.Ordinal)), $"“{words}” is said", Token);

    private static Task<bool> State(RunningBot bot, long chat, ChatState state)
    {
        var address = chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return bot.Ask(db => db.Set<ChatRow>().AnyAsync(c => c.Address == address && c.State == state));
    }

    private static Task<List<string>> Followed(RunningBot bot, string address) => bot.Ask(db =>
        (from s in db.Set<SubscriptionRow>() join c in db.Set<ChatRow>() on s.ChatId equals c.Id where c.Address == address select s.TopicId).ToListAsync());
}
