using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Conversation;

public sealed class AdminMenuTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_menu_opens_its_pages_in_place_and_leads_back()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var owner = await Admin(world, AdminRole.Owner);
        await owner.Type("/admin", Cancellation);
        var home = owner.News;
        foreach (var label in new[] { "来源", "主题", "推送", "订阅者", "消息", "通知", "邀请", "群机器人", "管理员", "操作记录" })
        {
            await owner.Tap(label, Cancellation);
            Assert.NotEqual(home, owner.News);
            await owner.Tap("‹ 菜单", Cancellation);
            Assert.Equal(home, owner.News);
        }
    }

    [Theory]
    [InlineData(nameof(AdminRole.Viewer), "[来源] [主题]\n[推送] [订阅者]\n[消息] [操作记录]")]
    [InlineData(nameof(AdminRole.Editor), "[来源] [主题]\n[推送] [订阅者]\n[消息] [邀请]\n[操作记录]")]
    public async Task A_role_sees_what_it_may_see(string role, string buttons)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, Enum.Parse<AdminRole>(role));
        await admin.Type("/admin", Cancellation);
        Assert.EndsWith(buttons, admin.News, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(AdminRole.Viewer), "adm:sources:pause:qinghe-daily")]
    [InlineData(nameof(AdminRole.Viewer), "adm:sources:read:qinghe-daily")]
    [InlineData(nameof(AdminRole.Viewer), "adm:sources:add")]
    [InlineData(nameof(AdminRole.Viewer), "adm:bulletins:deleted:1")]
    [InlineData(nameof(AdminRole.Viewer), "adm:bulletins:withdrawn:1")]
    [InlineData(nameof(AdminRole.Viewer), "adm:deliveries:again")]
    [InlineData(nameof(AdminRole.Viewer), "adm:topics:off:courts")]
    [InlineData(nameof(AdminRole.Viewer), "adm:topics:new")]
    [InlineData(nameof(AdminRole.Viewer), "adm:invites:new:courts")]
    [InlineData(nameof(AdminRole.Editor), "adm:subscribers:suspend:1")]
    [InlineData(nameof(AdminRole.Editor), "adm:announce:courts")]
    [InlineData(nameof(AdminRole.Editor), "adm:admins:role:web:visitor:Owner")]
    [InlineData(nameof(AdminRole.Editor), "adm:robots")]
    public async Task A_button_that_is_not_for_a_role_does_nothing(string role, string action)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, Enum.Parse<AdminRole>(role));
        await admin.Type("/help", Cancellation);
        await admin.Send(action, 0, Cancellation);
        Assert.Equal("", admin.News);
        Assert.NotNull(admin.Notice);
        Assert.Empty(await Audit(world));
        Assert.False(world.Get<SourceCatalogue>().Find("qinghe-daily")!.IsPaused);
    }

    [Fact]
    public async Task A_source_rests_and_goes_on_and_both_are_audited()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/admin 来源", Cancellation);
        await admin.Tap("· 青禾日报", Cancellation);
        await admin.Tap("暂停", Cancellation);
        Assert.Contains("‖ 青禾日报", admin.News, StringComparison.Ordinal);
        Assert.True(world.Get<SourceCatalogue>().Find("qinghe-daily")!.IsPaused);
        await admin.Tap("恢复", Cancellation);
        Assert.False(world.Get<SourceCatalogue>().Find("qinghe-daily")!.IsPaused);
        Assert.Equal(["source.resume", "source.pause"], (await Audit(world)).Select(a => a.Act));
    }

    [Fact]
    public async Task A_source_is_read_now_and_says_what_it_brought()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/admin sources read qinghe-daily", Cancellation);
        Assert.Contains("刚刚读过：新增 2 条。", admin.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_added_only_after_what_it_would_give_was_shown()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/admin sources add https://yuntang.example/feed.xml 云塘法治网", Cancellation);
        Assert.Contains("“云塘法治网”，添加前先看看", admin.News, StringComparison.Ordinal);
        Assert.Contains("云塘市法院发布白皮书", admin.News, StringComparison.Ordinal);
        Assert.Contains("没有主题命中", admin.News, StringComparison.Ordinal);
        Assert.Null(world.Get<SourceCatalogue>().Find("yuntang"));
        await admin.Tap("添加", Cancellation);
        Assert.True(world.Get<SourceCatalogue>().Find("yuntang")!.IsKept);
        Assert.Equal("source.add", Assert.Single(await Audit(world)).Act);
        await admin.Tap("移除", Cancellation);
        await admin.Tap("移除", Cancellation);
        Assert.Null(world.Get<SourceCatalogue>().Find("yuntang"));
    }

    [Theory]
    [InlineData("/admin sources add https://broken.example/", "这个地址读不了")]
    [InlineData("/admin sources add file:///etc/passwd", "不是网址")]
    [InlineData("/admin sources add", "添加来源")]
    [InlineData("/admin sources nothing", "没有来源“nothing”")]
    public async Task What_cannot_be_a_source_is_said_so(string typed, string said)
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type(typed, Cancellation);
        Assert.Contains(said, admin.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announcement_is_owed_once_to_each_follower_and_a_second_tap_sends_nothing()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var owner = await Admin(world, AdminRole.Owner);
        foreach (var follower in new[] { "a", "b", "c" })
        {
            await world.Chat(follower).Type("/start topic_lawyers", Cancellation);
        }

        await world.Chat("c").Type("/stop", Cancellation);
        await world.Chat("d").Type("/start topic_courts", Cancellation);
        await using var db = world.Database();
        await db.Set<DeliveryRow>().ExecuteDeleteAsync(Cancellation);
        await owner.Type("/admin 通知 律师 周日维护，\n当天不发提醒", Cancellation);
        Assert.Contains("📢 律师\n\n周日维护，\n当天不发提醒", owner.News, StringComparison.Ordinal);
        await owner.Tap("发给 2 个", Cancellation);
        Assert.Contains("正在发给 2 个聊天", owner.News, StringComparison.Ordinal);
        Assert.Equal(2, await db.Set<DeliveryRow>().CountAsync(d => d.Kind == DeliveryKind.Notice && d.State == DeliveryState.Pending, Cancellation));
        Assert.Equal("announce", (await Audit(world))[0].Act);
    }

    [Fact]
    public async Task A_chat_that_is_suspended_is_owed_and_told_nothing_until_it_is_released()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var owner = await Admin(world, AdminRole.Owner);
        var pest = world.Chat("pest");
        await pest.Type("/start topic_courts", Cancellation);
        await owner.Type("/admin subscribers web:pest", Cancellation);
        await owner.Tap("停用", Cancellation);
        await pest.Type("/start", Cancellation);
        Assert.Contains("管理员已停用这个聊天", pest.News, StringComparison.Ordinal);
        await pest.Send("resume", null, Cancellation);
        Assert.Contains("管理员已停用这个聊天", pest.Notice, StringComparison.Ordinal);
        Assert.Null(await world.Alert(1, Cancellation, "pest"));
        await pest.Type("/mydata", Cancellation);
        Assert.Contains("全部数据", pest.News, StringComparison.Ordinal);
        await owner.Tap("恢复", Cancellation);
        Assert.NotNull(await world.Alert(1, Cancellation, "pest"));
        Assert.Equal(["subscriber.release", "subscriber.suspend"], (await Audit(world)).Select(a => a.Act));
    }

    [Fact]
    public async Task A_bulletin_is_withdrawn_for_those_who_got_it_and_deleted_for_good()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/start topic_lawyers", Cancellation);
        await using var db = world.Database();
        await db.Set<DeliveryRow>().ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Sent), Cancellation);
        await admin.Type("/admin bulletins 3", Cancellation);
        await admin.Tap("撤回", Cancellation);
        await admin.Tap("撤回", Cancellation);
        Assert.Contains("已撤回，正在告诉收到过的人。", admin.Notice, StringComparison.Ordinal);
        Assert.Contains("由 web:visitor 撤回", admin.News, StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<DeliveryRow>().CountAsync(d => d.Kind == DeliveryKind.Update && d.Note == Change.Withdrawn, Cancellation));
        await db.Set<DeliveryRow>().Where(d => d.Kind == DeliveryKind.Update).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Sent), Cancellation);
        await admin.Tap("恢复", Cancellation);
        Assert.DoesNotContain("撤回\n", admin.News, StringComparison.Ordinal);
        Assert.True(await db.Set<BulletinRow>().AnyAsync(b => b.Id == 3 && b.WithdrawnAt == null && b.WithdrawnBy == null, Cancellation));
        Assert.Equal(1, await db.Set<DeliveryRow>().CountAsync(d => d.Kind == DeliveryKind.Update && d.State == DeliveryState.Pending && d.Note == Change.Restored, Cancellation));
        await admin.Tap("删除", Cancellation);
        await admin.Tap("删除", Cancellation);
        Assert.False(await db.Set<BulletinRow>().AnyAsync(b => b.Id == 3, Cancellation));
        Assert.Equal(["bulletin.delete", "bulletin.restore", "bulletin.withdraw"], (await Audit(world)).Select(a => a.Act));
    }

    [Fact]
    public async Task What_readers_found_beside_the_point_is_shown_with_the_rule()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Viewer);
        var reader = world.Chat("reader");
        await reader.Type("/start topic_lawyers", Cancellation);
        await reader.Send("irrelevant:3", null, Cancellation);
        await admin.Type("/admin bulletins", Cancellation);
        await admin.Tap("不相关反馈（1）", Cancellation);
        Assert.Contains("云塘市律师协会公布面试安排", admin.News, StringComparison.Ordinal);
        Assert.Contains("律师: 律师", admin.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_lets_nobody_in()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        world.Get<TopicCatalogue>().Replace([.. SampleArchive.Topics.Select(t => t.Id == "lawyers" ? t with { Audience = TopicAudience.Members } : t)]);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/admin 邀请 律师", Cancellation);
        await admin.Tap("新链接", Cancellation);
        var code = admin.News[(admin.News.IndexOf("invite_", StringComparison.Ordinal))..].Split('\n')[0];
        var (early, late) = (world.Chat("early"), world.Chat("late"));
        await early.Type($"/start {code}", Cancellation);
        Assert.Contains("您现在可以关注“律师”了。", early.News, StringComparison.Ordinal);
        await admin.Tap("收回第 1 个", Cancellation);
        await late.Type($"/start {code}", Cancellation);
        Assert.DoesNotContain("您现在可以关注", late.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stuck_is_sent_again_after_a_question()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/start topic_lawyers", Cancellation);
        await using var db = world.Database();
        await db.Set<DeliveryRow>().ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Unknown), Cancellation);
        await admin.Type("/admin 推送", Cancellation);
        await admin.Tap("卡住的：1", Cancellation);
        Assert.Contains("没有回音", admin.News, StringComparison.Ordinal);
        await admin.Tap("重新发送", Cancellation);
        await admin.Tap("重新发送", Cancellation);
        Assert.Contains("1 条重新到点", admin.Notice, StringComparison.Ordinal);
        Assert.True(await db.Set<DeliveryRow>().AllAsync(d => d.State == DeliveryState.Pending, Cancellation));
    }

    [Fact]
    public async Task A_topic_is_edited_from_a_text_to_copy_and_switched_off_and_on()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        await world.Get<TopicBook>().Provide(SampleArchive.Topics, null, Cancellation);
        var admin = await Admin(world, AdminRole.Editor);
        await admin.Type("/topic new bail\nzh: 取保\nen: Bail\nrule: 取保候审", Cancellation);
        await admin.Tap("保存", Cancellation);
        await admin.Type("/admin topics bail", Cancellation);
        await admin.Tap("修改", Cancellation);
        Assert.Contains("/topic edit bail\n名称: 取保\nen: Bail\n规则: 取保候审\n优先级: 普通", admin.News, StringComparison.Ordinal);
        await admin.Type("/admin topics bail", Cancellation);
        await admin.Tap("试近 30 天", Cancellation);
        Assert.Contains("会命中", admin.News, StringComparison.Ordinal);
        await admin.Type("/admin topics off bail", Cancellation);
        Assert.Null(world.Get<TopicCatalogue>().Find("bail"));
        await admin.Type("/admin topics", Cancellation);
        await admin.Tap("下一页 2/2 ›", Cancellation);
        await admin.Tap("重新启用“取保”", Cancellation);
        Assert.NotNull(world.Get<TopicCatalogue>().Find("bail"));
    }

    [Fact]
    public async Task The_last_owner_cannot_make_himself_less()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var owner = await Admin(world, AdminRole.Owner);
        await owner.Type("/admin add web:visitor viewer", Cancellation);
        Assert.Contains("您是唯一的所有者", owner.News, StringComparison.Ordinal);
        await owner.Type("/admin add telegram:12 editor", Cancellation);
        await owner.Tap("telegram:12 · 编辑", Cancellation);
        await owner.Tap("查看者", Cancellation);
        Assert.Contains("telegram:12 现在是查看者", owner.Notice, StringComparison.Ordinal);
    }

    private static async Task<Screen> Admin(ConversationWorld world, AdminRole role)
    {
        await world.Get<AdminStore>().Set("web", "visitor", role, "test", Cancellation);
        return world.Chat();
    }

    private static Task<IReadOnlyList<AuditRow>> Audit(ConversationWorld world) => world.Get<AuditTrail>().Latest(0, 20, Cancellation);
}
