using System.Text;
using Bot.Sources;
using Bot.Sources.WebPages;

namespace Bot.Tests.Sources.WebPages;

public sealed class WebPageReaderTests
{
    private const string List = """
        <html><head><meta charset="utf-8"><title>北岭市司法局 要闻</title></head><body>
        <div id="nav"><ul><li><a href="/">首页</a></li><li><a href="/about">机构概况</a></li><li><a href="/law">政务公开</a></li><li><a href="/x">联系我们</a></li></ul></div>
        <ul class="news-list">
          <li><a href="./202611/t1.html" title="北岭市司法局部署年度律师考核工作会议">北岭市司法局部署年度律师考核…</a><span>[2026-11-20]</span></li>
          <li><a href="./202611/t2.html">青桥区公共法律服务中心揭牌运行</a><span>[2026-11-19]</span></li>
          <li><a href="./202611/t3.html">云麓仲裁委员会发布建设工程案例</a><span>[2026-11-18]</span></li>
          <li><a href="./202611/t4.html">松原岭县开展社区矫正集中教育活动</a><span>[2026-11-17]</span></li>
          <li><a href="./202611/t5.html">澜溪镇调解委员会获评先进集体称号</a><span>[2026-11-16]</span></li>
        </ul></body></html>
        """;

    private static readonly SourceDefinition _source = new()
    {
        Id = "s",
        Name = "s",
        Kind = SourceKind.Webpage,
        Location = "https://sfj.beiling.example/news/",
        Selectors = new Dictionary<string, string> { ["item"] = "ul.news-list > li", ["link"] = "a", ["title"] = "a", ["date"] = "span", ["body"] = "div.article", ["list"] = "ul.news-list" },
    };

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_list_page_is_read_by_its_selectors(string encoding)
    {
        var result = Read(List.Replace("utf-8", encoding, StringComparison.Ordinal), encoding);
        Assert.Null(result.Error);
        Assert.Equal(5, result.Entries.Count);
        var first = result.Entries[0];
        Assert.Equal(("北岭市司法局部署年度律师考核工作会议", "https://sfj.beiling.example/news/202611/t1.html"), (first.Title, first.Link));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(8)), first.Published);
        Assert.Equal(first.Link, first.Key);
    }

    [Fact]
    public void The_text_comes_from_the_article_s_own_page()
    {
        var article = Page("<html><body><div class='nav'>首页</div><div class='article'><p>第一段。</p><script>x</script><p>第二段。</p></div></body></html>");
        Assert.Equal(["第一段。", "第二段。"], WebPageReader.WithBody(new Entry { Key = "k" }, article, _source).Paragraphs);
    }

    [Theory]
    [InlineData("<html><title>用户登录</title><body><form><input type='password'></form></body></html>", "login")]
    [InlineData("<html><title>访问被拦截</title><body>您的请求可能对网站造成威胁，已被拦截</body></html>", "firewall")]
    [InlineData("<html><title>Just a moment...</title><body>Checking your browser</body></html>", "firewall")]
    [InlineData("<html><body><div id='app'></div><script src='app.js'></script></body></html>", "script")]
    [InlineData("<html><body><div class='cards'><a href='/1'>北岭市司法局部署律师考核</a><a href='/2'>另一条</a><a href='/3'>第三条</a></div></body></html>", "redesigned")]
    public void Why_a_page_shows_no_list_is_told_apart(string html, string says)
    {
        var result = Read(html);
        Assert.Empty(result.Entries);
        Assert.Contains(says, result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<html><body><a href='/'>首页</a><ul class='news-list'></ul></body></html>")]
    [InlineData("<html><body><a href='/'>首页</a><ul class='news-list'><p>暂无数据</p></ul></body></html>")]
    public void An_empty_list_is_no_error_but_is_said(string html)
    {
        var result = Read(html);
        Assert.Null(result.Error);
        Assert.Contains(result.Warnings, w => w.ToString().Contains("empty", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bad_selector_is_named()
    {
        var source = _source with { Selectors = new Dictionary<string, string> { ["item"] = "li[[" } };
        Assert.Contains("li[[", WebPageReader.Read(Page(List), source, TestContext.Current.CancellationToken).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_proposes_its_own_feeds()
    {
        var proposal = PageProposal.Of(Page("<html><head><link rel='alternate' type='application/rss+xml' title='要闻' href='/rss.xml'><link rel='alternate' hreflang='en' href='/en'></head></html>"));
        Assert.Equal([("要闻", "https://sfj.beiling.example/rss.xml")], Assert.IsType<PageProposal.Feeds>(proposal).Found);
    }

    [Fact]
    public void A_page_without_feeds_proposes_selectors_that_find_its_list()
    {
        var proposal = Assert.IsType<PageProposal.Selectors>(PageProposal.Of(Page(List)));
        Assert.Equal("ul.news-list > li", proposal.ByRole["item"]);
        Assert.Equal(5, proposal.Sample.Count);
        Assert.All(proposal.Sample, e => Assert.NotNull(e.Published));
    }

    [Fact]
    public void A_page_built_to_be_expensive_is_refused_quickly() =>
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat("<div>", 100_000))).Error);

    private static ReadResult Read(string html, string encoding = "utf-8") => WebPageReader.Read(Page(html, encoding), _source, TestContext.Current.CancellationToken);

    private static Document Page(string html, string encoding = "utf-8") =>
        new() { Location = "https://sfj.beiling.example/news/", Bytes = (Bot.Sources.Decoding.EncodingNames.Find(encoding) ?? Encoding.UTF8).GetBytes(html), FetchedAt = DateTimeOffset.UnixEpoch };
}
