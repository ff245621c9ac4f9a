using Bot.Bulletins.Facts;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Pipeline;

/// <summary>What a bulletin says, from its feed to the alert and to its page, through the real host.</summary>
public sealed class FactsPathTests
{
    private const string Draft = "青禾市司法局关于《青禾市法律援助办法（征求意见稿）》公开征求意见的公告";
    private const string Final = "青禾市司法局关于印发《青禾市法律援助办法》的通知";

    private static readonly DateTimeOffset _day = new(2024, 6, 5, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] _text =
    [
        "近日，青禾市司法局印发《青禾市法律援助办法》（青司规〔2024〕3号），对申请条件和经费保障作出规定，全市设立16个受理点。",
        "办法自2024年7月1日起施行。",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_facts_stand_in_the_alert_in_a_line_and_on_the_page_each_beside_its_paragraph()
    {
        await using var world = await FeedBot.Start(Token);
        world.Publish("final", Final, _day, _text);
        var alert = await world.Alert("法律援助办法", Token);
        Assert.Contains("发文机关：青禾市司法局 · 文号：青司规〔2024〕3号 · 施行：2024年7月1日", alert.Text, StringComparison.Ordinal);

        var bulletin = await world.Bulletin("final");
        var kept = await world.Bot.Ask(db => db.Set<FactRow>().AsNoTracking().Where(f => f.BulletinId == bulletin.Id && f.Kind == FactKind.InForce).SingleAsync());
        Assert.Equal("2024年7月1日", bulletin.Paragraphs[kept.Paragraph].Substring(kept.Start, kept.Length));

        var page = await world.Page(bulletin.Id, "zh", Token);
        Assert.Contains("<dt>施行</dt><dd><a class=\"fact\" href=\"#p2\">2024年7月1日</a></dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>数量</dt>", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"p2\">", page, StringComparison.Ordinal);
        Assert.Contains("<dt>In force</dt>", await world.Page(bulletin.Id, "en", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_English_chat_reads_kinds_and_dates_in_English_and_names_as_they_stand()
    {
        await using var world = await FeedBot.Start(Token, language: "en");
        world.Publish("final", Final, _day, _text);
        var alert = await world.Alert("法律援助办法", Token);
        Assert.Contains("Issuer: 青禾市司法局 · Number: 青司规〔2024〕3号 · In force: 1 July 2024", alert.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_brings_facts_of_its_own()
    {
        await using var world = await FeedBot.Start(Token);
        world.Publish("final", Final, _day, _text);
        await world.Alert("法律援助办法", Token);
        world.Publish("final", Final, _day, _text[0], "办法自2024年8月1日起施行。");
        await Eventually.Holds(
            () => world.Bot.Ask(db => db.Set<FactRow>().AnyAsync(f => f.Kind == FactKind.InForce && f.Value == "2024-08-01")), "the date moved", Token);
        Assert.Equal(1, await world.Bot.Ask(db => db.Set<FactRow>().CountAsync(f => f.Kind == FactKind.InForce)));
    }

    [Fact]
    public async Task The_final_text_points_back_to_its_draft_whichever_was_read_first()
    {
        await using var world = await FeedBot.Start(Token, bot => bot.Set("Deliveries:PublicUrl", "https://faxun.example"));
        world.Publish("interpretation", "《青禾市法律援助办法》解读", _day.AddDays(30), "青禾市司法局有关负责人对办法作了解读，说明申请条件放宽的考虑。");
        await world.Alert("解读", Token);
        world.Publish("draft", Draft, _day.AddDays(-60), "为规范法律援助工作，青禾市司法局起草了办法，现向社会公开征求意见，意见反馈截止时间为2024年4月30日。");
        await world.Alert("征求意见的公告", Token);
        world.Publish("final", Final, _day, _text);
        var alert = await world.Alert("印发", Token);

        var (draft, final, interpretation) = (await world.Bulletin("draft"), await world.Bulletin("final"), await world.Bulletin("interpretation"));
        Assert.Contains($"相关：<a href=\"https://faxun.example/b/{draft.Id}\">征求意见稿：{Draft}</a>", alert.Text, StringComparison.Ordinal);
        Assert.Contains($"read:{draft.Id}", alert.Keyboard!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("解读", alert.Text, StringComparison.Ordinal);

        var page = await world.Page(interpretation.Id, "zh", Token);
        Assert.Contains($"<a href=\"/b/{final.Id}\">正式文本：{Final}</a><br><a href=\"/b/{draft.Id}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_the_same_name_in_another_place_is_another_document()
    {
        await using var world = await FeedBot.Start(Token);
        world.Publish("here", "关于《法律援助办法（征求意见稿）》公开征求意见的公告", _day.AddDays(-9), "包头市司法局起草了办法，青禾公报予以转载，现公开征求意见。");
        world.Publish("there", "关于印发《法律援助办法》的通知", _day, "杭州市司法局印发办法，青禾公报予以转载。");
        var alert = await world.Alert("印发", Token);
        Assert.DoesNotContain("相关", alert.Text, StringComparison.Ordinal);
    }
}
