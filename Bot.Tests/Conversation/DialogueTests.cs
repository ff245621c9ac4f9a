using Bot.Conversation;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Conversation;

public sealed class DialogueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_double_tap_does_nothing_twice()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/topics", Cancellation);
        await screen.Send("topic:t:0:on:courts", 0, Cancellation);
        await screen.Send("topic:t:0:on:courts", 0, Cancellation);
        Assert.Contains("[✓ 法院]", screen.News, StringComparison.Ordinal);
        Assert.Equal(["courts"], await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation));
    }

    [Theory]
    [InlineData("nonsense:1", "过期")]
    [InlineData("topic:t:0:on:gone", "过期")]
    [InlineData("latest:0:gone", "过期")]
    [InlineData("read:999", "不在")]
    [InlineData("read", "不在")]
    [InlineData("why:x", "不在")]
    [InlineData("irrelevant:-1", "不在")]
    [InlineData("mute-topic:9999:courts", "过期")]
    [InlineData("unfollow:", "过期")]
    [InlineData("run:nothing", "过期")]
    [InlineData("", "过期")]
    [InlineData(":::::", "过期")]
    public async Task A_stale_button_says_so(string action, string said)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Send(action, null, Cancellation);
        Assert.Contains(said, screen.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_tick_shows_the_list_as_it_is_now()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/topics", Cancellation);
        world.Get<TopicCatalogue>().Replace([.. SampleArchive.Topics.Where(t => t.Id != "courts")]);
        await screen.Tap("法院", Cancellation);
        Assert.Contains("过期", screen.Notice, StringComparison.Ordinal);
        Assert.DoesNotContain("[法院]", screen.News, StringComparison.Ordinal);
        Assert.Contains("[检察]", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_names_each_topic_with_its_words_and_rule()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Send("why:2", null, Cancellation);
        Assert.Contains("未成年人保护（您关注的主题）\n文中出现：“未成年人”\n规则：未成年人", screen.News, StringComparison.Ordinal);
        Assert.Contains("“检察院”、“检察官”", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mute_asks_which_topic_and_for_how_long()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Send("mute:2", null, Cancellation);
        await screen.Tap("未成年人保护 7 天", Cancellation);
        Assert.Contains("“未成年人保护”静音到 3月9日 09:00", screen.News, StringComparison.Ordinal);
        await using var db = world.Database();
        var row = await db.Set<SubscriptionRow>().SingleAsync(Cancellation);
        Assert.Equal(world.Clock.GetUtcNow().AddDays(7), row.MutedUntil);
    }

    [Fact]
    public async Task Not_relevant_is_noted_once_with_the_topics_that_held()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Send("irrelevant:2", null, Cancellation);
        await screen.Send("irrelevant:2", null, Cancellation);
        Assert.Contains("谢谢", screen.Notice, StringComparison.Ordinal);
        await using var db = world.Database();
        Assert.Equal(["minors"], (await db.Set<RemarkRow>().SingleAsync(Cancellation)).TopicIds);
    }

    [Fact]
    public async Task One_chat_is_answered_in_the_order_in_which_it_spoke_and_keeps_every_tick()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var ids = SampleArchive.Topics.Select(t => t.Id).ToList();
        await Task.WhenAll(ids.Select(id => world.Chat().Send($"topic:t:0:on:{id}", null, Cancellation)));
        Assert.Equal(ids.Count, (await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation)).Count);
    }

    [Fact]
    public async Task Every_command_of_the_menu_says_what_it_does_in_both_languages()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var words = Words.Of<Turn>("ConversationWords");
        Assert.NotEmpty(world.Get<CommandMenu>().Shown);
        Assert.All(world.Get<CommandMenu>().Shown, name => Assert.NotEmpty(words.Get(Language.Zh, "menu." + name) + words.Get(Language.En, "menu." + name)));
    }

    [Fact]
    public async Task A_topic_with_a_long_id_still_fits_a_button()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var id = new string('x', 200);
        world.Get<TopicCatalogue>().Replace([new Topic { Id = id, NameZh = "长", NameEn = "Long", Rule = "长" }]);
        var screen = world.Chat();
        await screen.Type("/topics", Cancellation);
        await screen.Tap("长", Cancellation);
        Assert.Equal([id], await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation));
    }
}
