using Bot.Sources;
using Bot.Sources.Configuration;
using Bot.Tests.Infrastructure;
using Bot.Tests.Sources;
using Bot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary>The commands about sources, each run as its own process.</summary>
public sealed class SourceCommandTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-commands-").FullName;
    private readonly LoopbackSite _site = new();

    public SourceCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "config"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"), Path.Combine(_folder, "config", "topics.yaml"));
        File.WriteAllText(SourcesFile, "# Ours.\nsources:\n  - { id: pages, name: 版面, kind: pages, location: pages }\n");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string SourcesFile => Path.Combine(_folder, "config", "sources.yaml");

    [Fact]
    public async Task An_address_with_a_date_in_it_is_read_as_the_newest_edition_of_an_e_paper()
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai").DateTime).AddDays(-1);
        _site.Page($"/{day:yyyyMMdd}/node_2.htm", "<title>江城法治报</title><a href=\"node_2.htm\">第02版：法治</a><a href=\"content_1.htm\">甲</a><a href=\"content_2.htm\">乙</a>", "text/html");
        _site.Page($"/{day:yyyyMMdd}/content_1.htm", "<founder-title>青禾市法院公开审理一起案件</founder-title><founder-content><p>近日，青禾市法院公开审理一起案件。</p></founder-content>", "text/html; charset=utf-8");
        _site.Page($"/{day:yyyyMMdd}/content_2.htm", "<founder-title>图片</founder-title><founder-content></founder-content>", "text/html; charset=utf-8");
        var template = _site.Url("/{yyyy}{MM}{dd}/node_2.htm");
        var english = await CommandRun.Of(_folder, ["read", template], Token);
        Assert.Contains($"({day:yyyy-MM-dd})", english.Output, StringComparison.Ordinal);
        Assert.Contains("青禾市法院公开审理一起案件", english.Output, StringComparison.Ordinal);
        Assert.Contains("No article text was found at", english.Output, StringComparison.Ordinal);
        Assert.Contains("中没有找到正文", (await CommandRun.Of(_folder, ["read", template], Token, "zh_CN.UTF-8")).Output, StringComparison.Ordinal);
        Assert.Contains("no edition of the last", (await CommandRun.Of(_folder, ["read", _site.Url("/none/{yyyy}{MM}{dd}.htm")], Token)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_admins_added_in_a_chat_are_listed_and_exported_too()
    {
        await using var bot = await new RunningBot().Start(Token);
        Assert.True(await bot.Services.GetRequiredService<SourceKeeper>().Add(
            new SourceDefinition { Id = "yuntang", Name = "云塘法治网", Kind = SourceKind.Syndication, Location = "https://news.example/feed.xml" }, "telegram:1", Token));
        string[] folders = ["--config", bot.Config, "--data", Path.Combine(bot.Folder, "data")];
        Assert.Contains("yuntang  云塘法治网", (await CommandRun.Here([.. folders, "sources"], Language.En)).Output, StringComparison.Ordinal);
        Assert.Contains("https://news.example/feed.xml", (await CommandRun.Here([.. folders, "export", "-"], Language.En)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_page_is_proposed_with_the_selector_of_its_articles_text()
    {
        var list = string.Concat(Enumerable.Range(1, 5).Select(n => $"<li><a href=\"/a/{n}\">关于印发第{n}批规定的通知</a><span>2026-11-0{n}</span></li>"));
        _site.Page("/list", $"<!doctype html><title>通知</title><ul class=\"news\">{list}</ul>", "text/html; charset=utf-8");
        for (var n = 1; n < 6; n++)
        {
            _site.Page($"/a/{n}", $"<!doctype html><div class=\"nav\"><a href=\"/\">首页</a></div><div class=\"box\"><h1>通知</h1><div class=\"zhengwen\"><p>第{n}批规定已经研究通过，现印发给你们，请结合本地实际认真贯彻执行，执行中的情况请及时报告。</p><p>各地应当在收到本通知后一个月内组织学习，并将落实情况逐级上报到省级主管部门。</p></div></div>", "text/html; charset=utf-8");
        }

        var read = await CommandRun.Of(_folder, ["read", _site.Url("/list")], Token);
        Assert.Contains("body: div.zhengwen", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_imported_each_is_tried_and_the_list_can_be_exported_again()
    {
        _site.Page("/good", SiteFeeds.Rss(("1", "甲", "甲文")));
        _site.Page("/gone", [], status: 410);
        var opml = Path.Combine(_folder, "list.opml");
        await File.WriteAllTextAsync(opml, $"""<opml version="2.0"><body><outline text="Good" xmlUrl="{_site.Url("/good")}"/><outline text="Gone" xmlUrl="{_site.Url("/gone")}"/></body></opml>""", Token);

        var first = await CommandRun.Of(_folder, ["import", opml], Token);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("2 feeds were added", first.Output, StringComparison.Ordinal);
        Assert.Contains("410", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  Good", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("# Ours.", await File.ReadAllTextAsync(SourcesFile, Token), StringComparison.Ordinal);

        var again = await CommandRun.Of(_folder, ["import", opml, "--unchecked"], Token);
        Assert.Contains("0 feeds were added", again.Output, StringComparison.Ordinal);

        var written = await CommandRun.Of(_folder, ["export", "-"], Token);
        Assert.Equal(2, written.Output.Split("xmlUrl=").Length - 1);
        Assert.Contains("1 sources are no feeds", written.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_proposed_as_lines_that_can_be_pasted_into_the_file()
    {
        var items = string.Concat(Enumerable.Range(1, 6).Select(i => $"<li class=\"row\"><a href=\"/a/{i}.html\">北岭区司法局第{i}号通知</a><span class=\"day\">2026-11-0{i}</span></li>"));
        _site.Page("/list", $"<!doctype html><title>通知公告</title><body><ul class=\"news\">{items}</ul></body>", "text/html; charset=utf-8");
        _site.Page("/home", "<!doctype html><head><link rel=alternate type=application/rss+xml title=News href=/feed.xml></head><body>x</body>", "text/html");

        var page = await CommandRun.Of(_folder, ["read", _site.Url("/list")], Token, "zh_CN.UTF-8");
        Assert.Equal(0, page.ExitCode);
        Assert.Contains("第5号通知", page.Output, StringComparison.Ordinal);
        var proposed = Assert.Single(Loaded(page.Output));
        Assert.Equal(Bot.Sources.SourceKind.Webpage, proposed.Kind);
        Assert.Contains("item", proposed.Selectors.Keys);

        var home = await CommandRun.Of(_folder, ["read", _site.Url("/home")], Token);
        Assert.Equal(_site.Url("/feed.xml"), Assert.Single(Loaded(home.Output)).Location);
    }

    [Fact]
    public async Task A_page_that_nothing_can_be_made_of_says_so_in_the_readers_language()
    {
        _site.Page("/login", "<!doctype html><title>登录</title><body><form><input type=password></form></body>", "text/html; charset=utf-8");
        var login = await CommandRun.Of(_folder, ["read", _site.Url("/login")], Token, "zh_CN.UTF-8");
        Assert.Equal(1, login.ExitCode);
        Assert.Contains("要求登录", login.Output, StringComparison.Ordinal);
        var missing = await CommandRun.Of(_folder, ["read", _site.Url("/none")], Token, "zh_CN.UTF-8");
        Assert.Contains("没有该页面", missing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_sources_file_is_told_in_the_readers_language()
    {
        await File.WriteAllTextAsync(SourcesFile, "sources:\n  - { id: A, kind: pages, location: x }\n", Token);
        var chinese = await CommandRun.Of(_folder, ["sources"], Token, "zh_CN.UTF-8");
        Assert.Equal(2, chinese.ExitCode);
        Assert.Contains("sources.yaml:2:11: 标识应由小写字母", chinese.Errors, StringComparison.Ordinal);
        Assert.Contains("lower-case", (await CommandRun.Of(_folder, ["sources"], Token)).Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static IReadOnlyList<Bot.Sources.SourceDefinition> Loaded(string pasted) =>
        Assert.IsType<SourcesFileResult.Loaded>(new SourcesFile(_ => null).Parse("sources:\n" + pasted, "pasted"), exactMatch: true).Sources;
}
