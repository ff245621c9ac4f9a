using Bot.Sources.Configuration;
using Bot.Tests.Infrastructure;
using Bot.Tests.Sources;

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
