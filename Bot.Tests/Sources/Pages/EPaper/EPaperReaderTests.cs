using Bot.Sources;
using Bot.Sources.Pages.EPaper;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages.EPaper;

public sealed class EPaperReaderTests
{
    private const string Site = "https://paper.example/html";
    private static readonly DateOnly _day = new(2025, 3, 18);
    private static readonly Dictionary<string, string> _none = [];

    private readonly Dictionary<string, string> _pages = new()
    {
        [$"{Site}/2025-03/18/node_1.htm"] = """
            <title>江城法治报</title><map name="PagePicMap"><area coords="1,2,3,4" href="content_101.htm?div=-1"><area href="content_102.htm?div=-1"></map>
            <div class="list"><a href="node_1.htm">第01版：要闻</a><a href="node_4.htm">第04版：综合</a><a href="javascript:void(0)">上一期</a><a href="https://other.example/node_9.htm">第09版</a></div>
            <ul><li><a href="content_101.htm">护苗联盟在行动</a></li><li><a href="content_102.htm">调解进社区</a></li><li><a href="content_103.htm">图片</a></li></ul>
            """,
        [$"{Site}/2025-03/18/node_4.htm"] = """<a href="node_1.htm">第01版：要闻</a><a href="node_4.htm">第04版：综合</a><a href="content_401.htm">护苗联盟在行动</a>""",
        [$"{Site}/2025-03/18/content_101.htm"] = """
            <founder-introtitle>未成年人保护进行时</founder-introtitle><founder-title>护苗联盟<br>在行动</founder-title><founder-subtitle>——松川市启动专项检查</founder-subtitle><founder-author>苏星河</founder-author>
            <div id="ozoom"><founder-content><P>　　本报讯（记者 苏星河 实习生 谷雨）9月1日，松川市检察院启动“护苗联盟”专项行动。</P><P>　　行动中，检察官重点检查学校周边商店，</P><P>（下转第4版）</P></founder-content></div>
            """,
        [$"{Site}/2025-03/18/content_401.htm"] = """<founder-title>护苗联盟在行动</founder-title><founder-content><p>（上接第1版）督促三家商店停业整改。</p><p>（松川市检察院供稿）</p><table><tr><td>表</td></tr></table></founder-content>""",
        [$"{Site}/2025-03/18/content_102.htm"] = """<h1>调解进社区</h1><div id="ozoom">　　松川讯 近日，松川市司法局举办调解集市。<br>　　集市上，调解员现场化解纠纷9件。<br>图为活动现场。</div>""",
        [$"{Site}/2025-03/18/content_103.htm"] = """<founder-title>图片</founder-title><founder-content></founder-content>""",
    };

    private static EPaperReader Reader(EPaperOptions? options = null) => new(Options.Create(options ?? new EPaperOptions()));

    private static SourceDefinition Source(string location) => new() { Id = "jc", Name = "江城法治报", Kind = SourceKind.Pages, Location = location };

    private Task<EPaperHtmlPage?> FetchAsync(Uri address, CancellationToken cancellationToken) => Task.FromResult(_pages.TryGetValue(address.AbsoluteUri, out var html) ? new EPaperHtmlPage(address, html) : null);

    [Fact]
    public async Task An_edition_is_read_page_by_page_and_parts_on_two_pages_are_joined()
    {
        var result = await Reader().ReadAsync(Source(Site + "/{yyyy}-{MM}/{dd}/node_1.htm"), _day, FetchAsync, TestContext.Current.CancellationToken);
        Assert.Equal(["护苗联盟 在行动", "调解进社区"], result.Entries.Select(e => e.Title));
        var first = result.Entries[0];
        Assert.Equal(("未成年人保护进行时", "松川市启动专项检查", "本报讯", "记者 苏星河 实习生 谷雨", "松川市检察院供稿"), (first.Kicker, first.Subtitle, first.Dateline, first.Byline, first.Credit));
        Assert.Equal(new Edition("江城法治报", _day, "1"), first.Edition);
        Assert.Equal(["9月1日，松川市检察院启动“护苗联盟”专项行动。", "行动中，检察官重点检查学校周边商店，督促三家商店停业整改。"], first.Paragraphs);
        Assert.Equal(["图为活动现场。"], result.Entries[1].Captions);
        Assert.Equal(2, result.Entries[1].Position);
        Assert.Contains("content_103", Assert.Single(result.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_an_edition_is_no_error()
    {
        var result = await Reader().ReadAsync(Source(Site + "/{yyyy}-{MM}/{dd}/node_1.htm"), new(2025, 3, 16), FetchAsync, TestContext.Current.CancellationToken);
        Assert.Empty(result.Entries);
        Assert.Null(result.Error);
    }

    [Fact]
    public async Task Pages_with_addresses_of_their_own_are_read_until_one_is_missing()
    {
        var asked = new List<string>();
        Task<EPaperHtmlPage?> Fetch(Uri address, CancellationToken cancellationToken)
        {
            asked.Add(address.AbsolutePath);
            return Task.FromResult(asked.Count <= 2 ? new EPaperHtmlPage(address, "<p>第1版</p>") : null);
        }

        await Reader().ReadAsync(Source("https://paper.example/{yyyy}{MM}{dd}/p{page:00}.html"), _day, Fetch, TestContext.Current.CancellationToken);
        Assert.Equal(["/20250318/p01.html", "/20250318/p02.html", "/20250318/p03.html"], asked);
    }

    [Fact]
    public async Task A_large_edition_is_cut_with_a_warning()
    {
        var result = await Reader(new() { MostArticles = 1 }).ReadAsync(Source(Site + "/{yyyy}-{MM}/{dd}/node_1.htm"), _day, FetchAsync, TestContext.Current.CancellationToken);
        Assert.Single(result.Entries);
        Assert.Contains(result.Warnings, w => w.ToString().Contains("MostArticles", StringComparison.Ordinal));
    }

    [Fact]
    public void Selectors_of_the_source_find_what_has_no_usual_name()
    {
        var selectors = new Dictionary<string, string> { ["title"] = ".biaoti", ["body"] = ".zhengwen", ["item"] = "li.art", ["pages"] = ".banmian a" };
        var entry = EPaperArticle.Parse("<div class=biaoti>标题甲</div><h1>网站名</h1><div class=zhengwen><p>正文第一段，足够长。</p></div>", new("https://paper.example/a/1"), null, 1, selectors);
        Assert.Equal(("标题甲", "正文第一段，足够长。"), (entry!.Title, entry.Paragraphs[0]));
        var index = EPaperIndex.Parse("<div class=banmian><a href='/p/2'>A02版：法治</a></div><li class=art><a href='/x/abc'>甲</a></li>", new("https://paper.example/p/1"), selectors);
        Assert.Equal(("A2", "法治"), (index.Pages[0].Page, index.Pages[0].Name));
        Assert.Equal("https://paper.example/x/abc", Assert.Single(index.Articles).AbsoluteUri);
    }

    [Theory]
    [InlineData("<founder-content></founder-content>")]
    [InlineData("")]
    [InlineData("<div id=ozoom><p>图为会场。 洪波 摄</p></div>")]
    [InlineData("<div id=ozoom><p>（下转第4版）</p></div>")]
    public void A_page_without_text_is_no_article(string html) => Assert.Null(EPaperArticle.Parse(html, new("https://paper.example/a"), null, 1, _none));

    [Theory]
    [InlineData(null, "18")]
    [InlineData("2025-03-18", "18")]
    [InlineData("2025-03-17", "17,18")]
    [InlineData("2025-03-15", "16,17,18")]
    [InlineData("2025-02-01", "16,17,18")]
    public void Missed_days_are_fetched_up_to_a_limit(string? last, string days) =>
        Assert.Equal(days.Split(','), EditionPlan.Days(last is null ? null : DateOnly.Parse(last, null), _day, 3).Select(d => $"{d.Day}"));

    [Fact]
    public void Days_that_are_given_up_are_counted() => Assert.Equal(2, EditionPlan.GivenUp(new(2025, 3, 13), _day, 3));

    [Theory]
    [InlineData("https://p.example/{yyyy}/{MM}/{dd}/{page}.html", "https://p.example/2025/03/18/7.html")]
    [InlineData("https://p.example/{yy}{M}{d}/{page:000}", "https://p.example/25318/007")]
    public void A_template_becomes_a_days_address(string template, string address)
    {
        Assert.True(EPaperTemplate.Is(template));
        Assert.Equal(address, new EPaperTemplate(template).Of(_day, 7).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://p.example/feed.xml")]
    [InlineData("pages/{dd}")]
    public void Other_locations_are_no_template(string location) => Assert.False(EPaperTemplate.Is(location));
}
