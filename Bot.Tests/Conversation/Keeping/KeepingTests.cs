using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Tests.Conversation;

public sealed class KeepingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_to_bring_the_printed_code_becomes_the_owner_and_nobody_after()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var code = await world.Get<AdminClaim>().Offer(Cancellation);
        var (first, second) = (world.Chat("first"), world.Chat("second"));
        await second.Type("/claim WRONGCODE1", Cancellation);
        Assert.Contains("管理员", second.News, StringComparison.Ordinal);
        await first.Type($"/claim {code}", Cancellation);
        Assert.Contains("您现在是所有者了", first.News, StringComparison.Ordinal);
        await second.Type($"/claim {code}", Cancellation);
        Assert.DoesNotContain("您现在是所有者了", second.News, StringComparison.Ordinal);
        Assert.Null(await world.Get<AdminClaim>().Offer(Cancellation));
        Assert.Equal("admin.claim", Assert.Single(await world.Get<AuditTrail>().Latest(0, 10, Cancellation)).Act);
    }

    [Fact]
    public async Task The_code_gives_out_after_too_many_wrong_tries()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var code = await world.Get<AdminClaim>().Offer(Cancellation);
        for (var i = 0; i < 20; i++)
        {
            Assert.False(await world.Get<AdminClaim>().Claim("web", "stranger", $"GUESS{i:00000}", Cancellation));
        }

        Assert.False(await world.Get<AdminClaim>().Claim("web", "visitor", code!, Cancellation));
    }

    [Theory]
    [InlineData("/try 法院")]
    [InlineData("/topic new x")]
    [InlineData("/admin")]
    [InlineData("/admin add web:visitor owner")]
    public async Task What_admins_do_is_for_admins(string typed)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type(typed, Cancellation);
        Assert.StartsWith("这是给管理员用的", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_says_what_a_rule_would_have_caught_with_its_words()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world);
        await screen.Type("/try 法院 AND 调解 --since 30d", Cancellation);
        Assert.Contains("的 10 篇内容中会命中 1 篇", screen.News, StringComparison.Ordinal);
        Assert.Contains("#1  青禾县法院开设夜间调解室", screen.News, StringComparison.Ordinal);
        Assert.Contains("✓ 调解：标题“调解”", screen.News, StringComparison.Ordinal);
        await screen.Type("/try 法院 AND (", Cancellation);
        Assert.Contains("▲", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_against_a_topic_says_what_it_adds_and_drops_also_where_the_phone_made_one_dash()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world, "en");
        await screen.Type("/try 公报 OR 检察 —against courts", Cancellation);
        Assert.Contains("Against “Courts”: adds 1, drops 1, keeps 7.", screen.News, StringComparison.Ordinal);
        Assert.Contains("#2", screen.News, StringComparison.Ordinal);
        Assert.Contains("✗ Missing in the title and body: 公报", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_made_seen_saved_edited_undone_and_switched_off_and_each_is_a_version_and_audited()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world);
        await screen.Type("/topic new bail\n名称：公报\nname: Gazette\n规则：公报\n原因：试一试", Cancellation);
        Assert.Contains("会命中 7 篇", screen.News, StringComparison.Ordinal);
        Assert.Null(world.Get<TopicCatalogue>().Find("bail"));
        await screen.Tap("保存", Cancellation);
        Assert.Contains("第 1 版", screen.News, StringComparison.Ordinal);
        Assert.Equal("公报", world.Get<TopicCatalogue>().Find("bail")!.Rule);

        await screen.Type("/topic edit bail\n规则: 公报 AND 云塘\n  NOT 青禾\n优先级: 紧急", Cancellation);
        Assert.Contains("与“公报”相比：多出 0 篇，少掉 0 篇，相同 7 篇", screen.News, StringComparison.Ordinal);
        await screen.Tap("保存", Cancellation);
        Assert.Equal(("公报 AND 云塘\nNOT 青禾", TopicPriority.Urgent, "Gazette"), (Now()!.Rule, Now()!.Priority, Now()!.NameEn));

        await screen.Type("/topic undo bail", Cancellation);
        Assert.Equal(("公报", TopicPriority.Normal), (Now()!.Rule, Now()!.Priority));
        await screen.Type("/topic off bail", Cancellation);
        Assert.Null(Now());
        await screen.Type("/topic on bail", Cancellation);
        Assert.NotNull(Now());
        await screen.Type("/topic history bail", Cancellation);
        Assert.Contains("第 5 版", screen.News, StringComparison.Ordinal);
        Assert.Contains("原因：试一试", screen.News, StringComparison.Ordinal);
        await screen.Type("/admin audit", Cancellation);
        Assert.Contains("撤销主题修改  bail", screen.News, StringComparison.Ordinal);

        Topic? Now() => world.Get<TopicCatalogue>().Find("bail");
    }

    [Theory]
    [InlineData("/topic new Bad_Id\n名称: 甲\nname: A\n规则: 甲", "不能作主题的编号")]
    [InlineData("/topic new a\n名称: 甲\nname: A\n规则: (甲", "▲")]
    [InlineData("/topic new a\n名称: 甲\n规则: 甲", "中文名和英文名")]
    [InlineData("/topic new a\n名称: 甲\nname: A\n规则: topic:none", "topic:none")]
    [InlineData("/topic new a\n名称: 甲\nname: A\n规则: topic:a", "绕回了自己")]
    [InlineData("/topic new a\n名称: 甲\nname: A\n规则: 甲\n来源: nowhere", "没有来源 nowhere")]
    [InlineData("/topic new a\n名称: 甲\nname: A\n规则: 甲\n上级: nothing", "上级主题 nothing")]
    [InlineData("/topic new a\n乱写", "看不懂：乱写")]
    [InlineData("/topic new courts\n名称: 甲\nname: A\n规则: 甲", "已经有主题 courts")]
    [InlineData("/topic edit nothing\n规则: 甲", "没有主题")]
    public async Task A_fault_in_a_topic_is_named_and_nothing_is_saved(string typed, string said)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world);
        await screen.Type(typed, Cancellation);
        Assert.Contains(said, screen.News, StringComparison.Ordinal);
        Assert.DoesNotContain("[保存]", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_keeps_is_read_only_in_chats()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        await world.Get<TopicBook>().Provide(SampleArchive.Topics, "topics.yaml", Cancellation);
        var screen = await Owner(world);
        await screen.Type("/topic edit courts\n规则: 甲", Cancellation);
        Assert.Contains("topics.yaml", screen.News, StringComparison.Ordinal);
        await screen.Type("/topic off courts", Cancellation);
        Assert.Contains("topics.yaml", screen.News, StringComparison.Ordinal);
        await screen.Type("/topic history courts", Cancellation);
        Assert.Contains("第 1 版", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_for_members_is_seen_followed_and_delivered_by_invitation_only()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var owner = await Owner(world, address: "owner");
        await owner.Type("/topic new inner\n名称: 内部\nname: Inner\n规则: 公报\n受众: 成员", Cancellation);
        await owner.Tap("保存", Cancellation);
        await owner.Type("/topic invite inner", Cancellation);
        var link = owner.News[owner.News.IndexOf("/start invite_", StringComparison.Ordinal)..].Trim();

        var screen = world.Chat();
        await screen.Type("/start topic_inner", Cancellation);
        await screen.Send("topic:t:0:on:inner", null, Cancellation);
        await screen.Send("picker:t:1", null, Cancellation);
        Assert.DoesNotContain("内部", screen.News, StringComparison.Ordinal);
        Assert.Empty(await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation));

        await screen.Type(link, Cancellation);
        Assert.Contains("您现在可以关注“内部”了", screen.News, StringComparison.Ordinal);
        await screen.Type("/start topic_inner", Cancellation);
        Assert.Equal(["inner"], await world.Get<SubscriberStore>().Followed((await world.Row()).Id, Cancellation));
    }

    [Fact]
    public async Task A_follower_who_is_no_member_any_more_is_owed_nothing()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/start topic_lawyers", Cancellation);
        Assert.NotNull(await world.Alert(3, Cancellation));
        await world.Get<TopicBook>().Provide(
            [.. SampleArchive.Topics.Select(t => t.Id == "lawyers" ? t with { Audience = TopicAudience.Chats, Chats = ["telegram:7", "web:other"] } : t)], "topics.yaml", Cancellation);
        Assert.Null(await world.Alert(3, Cancellation));
        await world.Get<TopicBook>().Provide(
            [.. SampleArchive.Topics.Select(t => t.Id == "lawyers" ? t with { Audience = TopicAudience.Chats, Chats = ["web:visitor"] } : t)], "topics.yaml", Cancellation);
        Assert.NotNull(await world.Alert(3, Cancellation));
    }

    [Fact]
    public async Task Marked_bulletins_give_words_that_tell_them_apart()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world);
        await screen.Send("why:1", null, Cancellation);
        await screen.Tap("法院：该命中", Cancellation);
        Assert.Contains("已为“法院”标记", screen.Notice, StringComparison.Ordinal);
        foreach (var id in new[] { 4, 5 })
        {
            await screen.Send($"mark:off:{id}:courts", null, Cancellation);
        }

        await screen.Type("/topic suggest courts", Cancellation);
        Assert.Contains("该命中 1 篇，不该命中 2 篇", screen.News, StringComparison.Ordinal);
        Assert.Matches("不该命中的用词：.*公报.*（2/2，另一边 0/1）", screen.News);
    }

    [Fact]
    public async Task An_editor_who_finds_a_bulletin_not_relevant_marks_it_for_the_topic_that_brought_it()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = await Owner(world);
        await screen.Type("/start topic_courts", Cancellation);
        await screen.Send("irrelevant:1", null, Cancellation);
        await screen.Type("/topic suggest courts", Cancellation);
        Assert.Contains("该命中 0 篇，不该命中 1 篇", screen.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_not_names_what_the_nearest_topics_lack()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat(language: "en");
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Send("why:2", null, Cancellation);
        await screen.Tap("Why not another topic?", Cancellation);
        Assert.Contains("✗ Missing in the title and body: ", screen.News, StringComparison.Ordinal);
        Assert.DoesNotContain("Minors\n", screen.News, StringComparison.Ordinal);
    }

    internal static async Task<Screen> Owner(ConversationWorld world, string language = "zh", string address = "visitor")
    {
        var screen = world.Chat(address, language);
        await screen.Type("/help", Cancellation);
        await world.Get<AdminStore>().Set("web", address, AdminRole.Owner, "test", Cancellation);
        return screen;
    }
}
