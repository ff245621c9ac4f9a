using Bot.Bulletins;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>An e-paper site on this machine, through the real host, to a chat.</summary>
public sealed class EPaperPathTests : IAsyncDisposable
{
    private const long Chat = 7100;

    private static readonly DateTimeOffset _monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly LoopbackSite _site = new();
    private readonly ShiftedClock _clock = new(_monday);
    private readonly RunningBot _bot;

    public EPaperPathTests() => _bot = new RunningBot(services => services.AddSingleton<TimeProvider>(_clock))
        .Set("Sources:AllowPrivateAddresses", "true").Set("Sources:Retries", "0").Set("Deliveries:CatchUp", "0");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Template => _site.Url("/html/{yyyy}-{MM}/{dd}/node_1.htm");

    [Fact]
    public async Task An_editions_articles_become_alerts_with_their_page_and_days_that_were_missed_are_made_up_for()
    {
        await using var telegram = await BotApiServer.Start(Token);
        Print(16, ("青禾市法院公开审理一起合同案", "本报讯（记者 苏星河）11月15日，青禾市法院公开开庭审理一起合同纠纷案，"), ("合议庭将择期宣判。", "青禾市法院公开审理一起合同案"));
        _bot.With(telegram).Configure("topics.yaml", "topics: [{ id: courts, name: { zh: 法院, en: Courts }, rule: 青禾市法院 }]");
        _bot.Configure("sources.yaml", $"sources: [{{ id: paper, name: 江城法治报, kind: pages, location: \"{Template}\", every: 1s }}]");
        await _bot.Start(Token);
        telegram.Say(Chat, "/start");
        await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", Token);
        telegram.Tap(Chat, "topics:s:0:on");
        await Eventually.Holds(() => _bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync()), "the chat follows", Token);
        await Read(new(2026, 11, 16));

        // Pages are added during the day; and the rest on page 4 belongs to the article of page 1.
        Print(16, ("青禾市法院公开审理一起合同案", "本报讯（记者 苏星河）11月15日，青禾市法院公开开庭审理一起合同纠纷案，"), ("合议庭将择期宣判。", "青禾市法院公开审理一起合同案"), "青禾市法院开放日迎来百名学生");
        await Alert(telegram, "青禾市法院开放日迎来百名学生");
        var joined = Assert.Single(await Rows(), b => b.Title == "青禾市法院公开审理一起合同案");
        Assert.Equal(["11月15日，青禾市法院公开开庭审理一起合同纠纷案，合议庭将择期宣判。"], joined.Paragraphs);
        Assert.Equal(("1", "记者 苏星河", new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(8))), (joined.Page, joined.Byline, joined.PublishedAt));

        // Off for three days. No paper was printed on Wednesday.
        await _bot.Stop();
        _clock.Set(_monday.AddDays(3));
        Print(17, ("青禾市法院发布十起典型案例", "本报讯 11月16日，青禾市法院发布十起典型案例。"), null);
        Print(19, ("青禾市法院启用新诉讼服务中心", "本报讯 11月18日，青禾市法院启用新诉讼服务中心。"), null);
        await _bot.Start(Token);
        await Alert(telegram, "青禾市法院发布十起典型案例");
        Assert.Contains("11月19日 · 第1版", await Alert(telegram, "青禾市法院启用新诉讼服务中心"), StringComparison.Ordinal);
        await Read(new(2026, 11, 19));
        var row = await _bot.Ask(db => db.Set<SourceRow>().AsNoTracking().SingleAsync(s => s.Id == "paper"));
        Assert.Null(row.LastError);
        Assert.All(await Rows(), b => Assert.Equal(1, b.Revision));
        Assert.Equal(4, (await Rows()).Count);
    }

    [Fact]
    public async Task An_edition_that_was_read_costs_its_pages_alone_and_they_are_asked_for_conditionally()
    {
        var body = "<!doctype html><title>江城法治报</title><a href=\"content_1.htm\">甲</a>"u8.ToArray();
        _site.On("/html/2026-11/16/node_1.htm", (request, answer) => request.Headers.ContainsKey("if-none-match") ? answer.Send(304, []) : answer.Send(200, body, ("Content-Type", "text/html; charset=utf-8"), ("ETag", "\"1\"")));
        _site.Page("/html/2026-11/16/content_1.htm", "<founder-title>甲地通报</founder-title><founder-content><p>甲地通报一起案件的处理结果。</p></founder-content>", "text/html; charset=utf-8");
        _bot.Configure("sources.yaml", $"sources: [{{ id: paper, name: 江城法治报, kind: pages, location: \"{Template}\", every: 1s }}]");
        await _bot.Start(Token);
        await Read(new(2026, 11, 16));
        var asked = _site.Requests.Count;
        await Eventually.Holds(() => _site.Requests.Count >= asked + 2, "it is looked at again", Token);
        Assert.Single(_site.Requests, r => r.Path.EndsWith("/content_1.htm", StringComparison.Ordinal));
        Assert.All(_site.Requests.Where(r => r.Path.EndsWith("/node_1.htm", StringComparison.Ordinal)).Skip(1), r => Assert.Equal("\"1\"", r.Headers["if-none-match"]));
    }

    [Fact]
    public async Task An_article_that_does_not_answer_is_asked_for_again_and_holds_no_other_up()
    {
        var tries = 0;
        _site.Page("/html/2026-11/16/node_1.htm", "<!doctype html><title>江城法治报</title><a href=\"content_1.htm\">甲</a><a href=\"content_2.htm\">乙</a>", "text/html; charset=utf-8");
        _site.Page("/html/2026-11/16/content_1.htm", "<founder-title>甲地通报</founder-title><founder-content><p>甲地通报一起案件的处理结果。</p></founder-content>", "text/html; charset=utf-8");
        _site.On("/html/2026-11/16/content_2.htm", (_, answer) => ++tries == 1
            ? answer.Send(503, [])
            : answer.Send(200, "<founder-title>乙地通报</founder-title><founder-content><p>乙地通报另一起案件。</p></founder-content>"u8.ToArray(), ("Content-Type", "text/html; charset=utf-8")));
        _bot.Configure("sources.yaml", $"sources: [{{ id: paper, name: 江城法治报, kind: pages, location: \"{Template}\", every: 1s }}]");
        await _bot.Start(Token);
        await Eventually.Holds(() => _bot.Ask(async db => await db.Set<BulletinRow>().CountAsync() == 2), "both are there", Token);
        Assert.Equal(["甲地通报", "乙地通报"], (await Rows()).Select(b => b.Title));
    }

    [Fact]
    public async Task A_firewalls_page_in_place_of_an_edition_is_a_failure_and_not_a_day_of_rest()
    {
        _site.Page("/html/2026-11/16/node_1.htm", "<!doctype html><title>访问被拒绝</title><p>您的访问被拦截</p>", "text/html; charset=utf-8");
        _bot.Configure("sources.yaml", $"sources: [{{ id: paper, name: 江城法治报, kind: pages, location: \"{Template}\", every: 1s }}]");
        await _bot.Start(Token);
        await Eventually.Holds(() => _bot.Ask(db => db.Set<SourceRow>().AnyAsync(s => s.LastError != null)), "it is a failure", Token);
        Assert.Contains("Page_Firewall", (await _bot.Ask(db => db.Set<SourceRow>().AsNoTracking().SingleAsync())).LastError, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
    }

    /// <summary>An edition of pages 1 and 4; the second text is the rest of the first, on page 4.</summary>
    private void Print(int day, (string Title, string Text) first, (string Text, string Title)? rest, string? added = null)
    {
        var folder = $"/html/2026-11/{day}";
        const string Html = "text/html; charset=utf-8";
        var pages = $"<!doctype html><title>江城法治报 2026年11月{day}日</title><a href=\"node_1.htm\">第01版：要闻</a><a href=\"node_4.htm\">第04版：综合</a>";
        _site.Page($"{folder}/content_1.htm", $"<founder-title>{first.Title}</founder-title><founder-content><p>{first.Text}{(rest is null ? "" : "</p><p>（下转第4版）")}</p></founder-content>", Html);
        _site.Page($"{folder}/content_4.htm", rest is null ? "" : $"<founder-title>{rest.Value.Title}</founder-title><founder-content><p>（上接第1版）{rest.Value.Text}</p></founder-content>", Html);
        _site.Page($"{folder}/content_5.htm", added is null ? "" : $"<founder-title>{added}</founder-title><founder-content><p>本报讯 近日，{added}。</p></founder-content>", Html);
        _site.Page($"{folder}/node_4.htm", pages + (rest is null ? "" : "<a href=\"content_4.htm\">续</a>") + (added is null ? "" : "<a href=\"content_5.htm\">新</a>"), Html);
        _site.Page($"{folder}/node_1.htm", pages + "<a href=\"content_1.htm\">一</a>", Html);
    }

    private static async Task<string> Alert(BotApiServer telegram, string title)
    {
        BotApiServer.SentMessage? Sent() => telegram.Sent.FirstOrDefault(s => s.Chat == Chat && s.Text.Contains(title, StringComparison.Ordinal));
        await Eventually.Holds(() => Sent() is not null, $"an alert says {title}", Token);
        return Sent()!.Text;
    }

    private Task Read(DateOnly day) => Eventually.Holds(() => _bot.Ask(db => db.Set<SourceRow>().AnyAsync(s => s.LastEdition == day && s.LastSuccessAt != null && s.BodySha256 != null)), $"the edition of {day} was read", Token);

    private Task<List<BulletinRow>> Rows() => _bot.Ask(db => db.Set<BulletinRow>().AsNoTracking().OrderBy(b => b.Id).ToListAsync());
}
