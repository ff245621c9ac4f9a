using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Conversation;

public sealed class WatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_is_made_with_an_estimate_listed_and_ended_by_a_button()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/watch 律师 AND 面试", Cancellation);
        Assert.Contains("已关注“律师 AND 面试”", screen.News, StringComparison.Ordinal);
        Assert.Contains("会命中 1 篇", screen.News, StringComparison.Ordinal);
        await screen.Type("/watch 公报 AND 第5号", Cancellation);
        await screen.Type("/watches", Cancellation);
        Assert.Contains("1. 律师 AND 面试\n2. 公报 AND 第5号", screen.News, StringComparison.Ordinal);
        await screen.Tap("取消第 1 个", Cancellation);
        Assert.Contains("1. 公报 AND 第5号", screen.News, StringComparison.Ordinal);
        await screen.Type("/unwatch 1", Cancellation);
        await screen.Type("/watches", Cancellation);
        Assert.Contains("您还没有自己的关注", screen.News, StringComparison.Ordinal);
        Assert.Empty(await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation));
    }

    [Theory]
    [InlineData("/watch", "Example")]
    [InlineData("/watch (court", "▲")]
    [InlineData("/watch NOT court", "only says what must not be there")]
    [InlineData("/watch topic:nothing", "no topic “nothing”")]
    [InlineData("/watch 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "at most 40")]
    public async Task A_rule_that_cannot_be_watched_is_refused_with_the_reason(string typed, string said)
    {
        await using var world = await ConversationWorld.Start(Cancellation, more: s => s.PostConfigure<WatchesOptions>(o => o.LongestRule = 40));
        var screen = world.Chat(language: "en");
        await screen.Type(typed, Cancellation);
        Assert.Contains(said, screen.News, StringComparison.Ordinal);
        Assert.Empty(await world.Get<WatchKeeper>().Of((await world.Row()).Id, Cancellation));
    }

    [Fact]
    public async Task A_rule_that_would_flood_the_chat_is_refused_with_how_much()
    {
        await using var world = await ConversationWorld.Start(Cancellation, more: s => s.PostConfigure<WatchesOptions>(o => o.MostADay = 1));
        var screen = world.Chat(language: "en");
        await screen.Type("/watch 法院", Cancellation);
        Assert.Contains("This is too general: about 3.84 alerts a day, and at most 1 are taken", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_keeps_no_more_watches_than_the_settings_allow_and_none_twice()
    {
        await using var world = await ConversationWorld.Start(Cancellation, more: s => s.PostConfigure<WatchesOptions>(o => o.Most = 2));
        var screen = world.Chat();
        await screen.Type("/watch 律师", Cancellation);
        await screen.Type("/watch 律师", Cancellation);
        Assert.Contains("已经关注了", screen.News, StringComparison.Ordinal);
        await screen.Type("/watch 检察", Cancellation);
        await screen.Type("/watch 调解", Cancellation);
        Assert.Contains("您已有 2 个关注", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_or_sees_anothers_watch()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        await world.Chat("other").Type("/watch 律师", Cancellation);
        var id = (await world.Get<WatchKeeper>().Of((await world.Row("other")).Id, Cancellation)).Single().Id;
        await using (var db = world.Database())
        {
            db.Add(new MatchRow { BulletinId = 3, TopicId = WatchKey.Of(id), Evidence = ["律师"], MatchedAt = world.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Cancellation);
        }

        var screen = world.Chat();
        await screen.Send($"unwatch:{id}", null, Cancellation);
        Assert.Single(await world.Get<WatchKeeper>().Of((await world.Row("other")).Id, Cancellation));
        await screen.Send("why:3", null, Cancellation);
        Assert.DoesNotContain("您自己的关注", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_is_part_of_the_chats_data_and_goes_with_it()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/watch 律师", Cancellation);
        Assert.Contains("\"rule\": \"律师\"", await world.Get<PersonalData>().Export(await world.Row(), Cancellation), StringComparison.Ordinal);
        await world.Get<PersonalData>().Erase(await world.Row(), Cancellation);
        await using var db = world.Database();
        Assert.False(await db.Set<WatchRow>().AnyAsync(Cancellation));
        Assert.Empty(world.Get<IWatchIndex>().Match(new FoldedFields(new RuleText { Title = "律师" })).Watches);
    }

    [Fact]
    public void A_watch_matches_from_the_next_bulletin_on_until_it_is_removed_however_many_there_are()
    {
        var index = new WatchIndex(new TopicCatalogue());
        index.Replace(Enumerable.Range(1, 300).Select(i => ((long)i, $"词{i}号 AND 乙")));
        for (var i = 301; i <= 700; i++)
        {
            index.Add(i, $"甲{i} AND 丙");
            Assert.Equal([(long)i], index.Match(new FoldedFields(new RuleText { Title = $"甲{i}", Paragraphs = ["丙"] })).Watches.Select(h => h.WatchId));
        }

        Assert.Equal([7L], index.Match(new FoldedFields(new RuleText { Title = "词7号乙" })).Watches.Select(h => h.WatchId));
        index.Remove(7);
        index.Remove(650);
        Assert.Empty(index.Match(new FoldedFields(new RuleText { Title = "词7号乙 甲650 丙" })).Watches);
        Assert.Equal([301L], index.Match(new FoldedFields(new RuleText { Title = "甲301 丙" })).Watches.Select(h => h.WatchId));
    }
}
