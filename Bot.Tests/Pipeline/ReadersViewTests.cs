using System.Xml.Linq;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>What a subscriber sees of a document's life, of dates that a watch found, and of everything in English, through the real host.</summary>
public sealed class ReadersViewTests
{
    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset _day = new(2024, 6, 5, 9, 0, 0, _beijing);

    private readonly ShiftedClock _clock = new();
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(_beijing).DateTime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_stage_of_a_document_points_back_to_those_before_it()
    {
        await using var world = await FeedBot.Start(Token, bot => bot.Set("Deliveries:PublicUrl", "https://faxun.example"));
        await Stage("draft", "青禾市司法局关于《青禾市公证办法（征求意见稿）》公开征求意见的公告", -400, "青禾市司法局起草了办法，现向社会公开征求意见，意见反馈截止时间为2023年6月30日。");
        await Stage("final", "青禾市司法局关于印发《青禾市公证办法》的通知", -300, "青禾市司法局印发《青禾市公证办法》，办法自2023年9月1日起施行，全市设立16个受理点。", "draft", "征求意见稿");
        await Stage("said", "《青禾市公证办法》解读", -299, "青禾市司法局有关负责人对办法作了解读，说明申请条件放宽的考虑。", "final", "正式文本");
        await Stage("amended", "青禾市司法局关于修改《青禾市公证办法》的决定", -100, "青禾市司法局决定对办法第三条作出修改，将受理期限缩短为五日。", "final", "正式文本");
        await Stage("ended", "青禾市司法局关于废止《青禾市公证办法》的决定", -1, "青禾市司法局决定废止办法，相关事项按照新的条例办理，各受理点不再收件。", "amended", null);

        async Task Stage(string key, string title, int days, string text, string? earlier = null, string? name = null)
        {
            world.Publish(key, title, _day.AddDays(days), text);
            var alert = await world.Alert(title, Token);
            if (earlier is null)
            {
                Assert.DoesNotContain("相关：", alert.Text, StringComparison.Ordinal);
                return;
            }

            var before = await world.Bulletin(earlier);
            Assert.Contains($"https://faxun.example/b/{before.Id}\">{name}", alert.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_watch_reminds_as_a_topic_does_and_its_reminder_moves_with_a_revision_and_ends_with_a_withdrawal()
    {
        await using var world = await FeedBot.Start(Token, change: s => s.AddSingleton<TimeProvider>(_clock));
        world.Telegram.Tap(FeedBot.Chat, "topics:s:0:off");
        world.Telegram.Say(FeedBot.Chat, "/watch 公证办法");
        await world.Alert("公证办法", Token);
        world.Telegram.Say(FeedBot.Chat, "/remind 公证办法 3");
        await world.Alert("在重要日期前 3 天提醒", Token);

        await Publish(world, 5);
        var bulletin = await world.Bulletin("final");
        world.Telegram.Tap(FeedBot.Chat, $"remind:{bulletin.Id}");
        Assert.Contains("reminding:7:watch.", (await world.Alert("施行", Token, buttons: "reminding:")).Keyboard!.ToJsonString(), StringComparison.Ordinal);

        await Publish(world, 9);
        await Eventually.Holds(async () => (await world.Bulletin("final")).Revision == 2, "the text was revised", Token);
        _clock.Set(Morning(2));
        Assert.Equal(0, await Plan(world));
        _clock.Set(Morning(6));
        await Plan(world);
        var reminder = await world.Alert("提醒（3天后）", Token);
        Assert.Contains($"施行：{_today.AddDays(9):yyyy年M月d日}", reminder.Text, StringComparison.Ordinal);

        await Publish(world, 30);
        await Eventually.Holds(async () => (await world.Bulletin("final")).Revision == 3, "the text was revised again", Token);
        await world.Bot.Ask(db => db.Set<BulletinRow>().ExecuteUpdateAsync(b => b.SetProperty(x => x.WithdrawnAt, _clock.GetUtcNow()), Token));
        _clock.Set(Morning(27));
        Assert.Equal(0, await Plan(world));
    }

    [Fact]
    public async Task A_feed_of_a_topic_is_framed_in_the_readers_language_and_sums_up_in_the_texts_own()
    {
        await using var world = await FeedBot.Start(Token);
        world.Publish("final", "青禾市司法局关于印发《青禾市公证办法》的通知", _day, "近日，青禾市司法局印发《青禾市公证办法》，对申请条件和经费保障作出规定，全市设立16个受理点。", "办法自2024年7月1日起施行。");
        await world.Alert("公证办法", Token);
        var (english, chinese) = (await Feed(world, "en"), await Feed(world, "zh"));
        Assert.Equal(("en", "zh"), (Language(english), Language(chinese)[..2]));
        Assert.Contains("Notices", Text(english, "title"), StringComparison.Ordinal);
        Assert.Contains("公告", Text(chinese, "title"), StringComparison.Ordinal);
        Assert.Equal("Notices", english.Descendants().First(e => e.Name.LocalName == "category").Attribute("label")!.Value);
        Assert.Contains("16个受理点", Text(english, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_in_English_names_topics_and_facts_in_English_and_keeps_the_texts_own_words()
    {
        await using var world = await FeedBot.Start(Token, language: "en", change: s => s.AddSingleton<TimeProvider>(_clock));
        world.Telegram.Tap(FeedBot.Chat, "mode:notices:2", language: "en");
        await Eventually.Holds(() => world.Bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync(s => s.Mode == FollowMode.Daily, Token)), "the topic comes daily", Token);
        world.Publish("final", "青禾市司法局关于印发《青禾市公证办法》的通知", TimeProvider.System.GetUtcNow(), "近日，青禾市司法局印发《青禾市公证办法》，对申请条件和经费保障作出规定，全市设立16个受理点。");
        await Eventually.Holds(() => world.Bot.Ask(db => db.Set<DeliveryRow>().AnyAsync(d => d.State == DeliveryState.Gathered, Token)), "it is gathered", Token);
        _clock.Set(Morning(1));
        var digest = await world.Alert("Your daily digest", Token);
        Assert.Contains("1 bulletin", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Notices", digest.Text, StringComparison.Ordinal);
        Assert.Contains("青禾市公证办法", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("每日摘要", digest.Text, StringComparison.Ordinal);
    }

    private static async Task<XElement> Feed(FeedBot world, string language)
    {
        using var visitor = new HttpClient { BaseAddress = new Uri(world.Bot.Url) };
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        return XDocument.Parse(await visitor.GetStringAsync(new Uri("/topics/notices.atom", UriKind.Relative), Token)).Root!;
    }

    private static string Language(XElement feed) => feed.Attribute(XNamespace.Xml + "lang")!.Value;

    private static string Text(XElement feed, string name) => feed.Descendants().First(e => e.Name.LocalName == name).Value;

    private async Task Publish(FeedBot world, int days)
    {
        var date = _today.AddDays(days);
        world.Publish("final", "青禾市司法局关于印发《青禾市公证办法》的通知", TimeProvider.System.GetUtcNow(), "青禾市司法局印发办法。", $"办法自{date.Year}年{date.Month}月{date.Day}日起施行。");
        await world.Alert("关于印发", Token);
    }

    private DateTimeOffset Morning(int days) => new(_today.AddDays(days).ToDateTime(new TimeOnly(9, 30)), _beijing);

    private static Task<int> Plan(FeedBot world) => world.Bot.Services.GetRequiredService<ReminderPlanner>().Plan(Token);
}
