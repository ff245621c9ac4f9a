using Bot.Sources;
using Bot.Sources.Configuration;

namespace Bot.Tests.Sources.Configuration;

public sealed class SourcesFileEditTests
{
    private static readonly SourceDefinition _court = new() { Id = "court", Name = "法院: 新闻 # 1", Kind = SourceKind.Syndication, Location = "https://c.example/feed?a=1&b=2#x" };

    private static readonly SourceDefinition _page = new()
    {
        Id = "page",
        Name = "yes",
        Kind = SourceKind.Webpage,
        Location = "https://d.example/list",
        Selectors = new Dictionary<string, string> { ["item"] = "ul.news > li", ["link"] = "a[href^=\"/x\"]", ["date"] = "#when" },
    };

    [Theory]
    [InlineData("")]
    [InlineData("# A remark.\nsources:\n")]
    [InlineData("sources: []\n")]
    [InlineData("sources:\n  - { id: a, name: A, kind: pages, location: x } # stays")]
    [InlineData("# Above.\nsources:\n- id: a\n  name: A\n  kind: pages\n  location: x\n\n# Below.\n")]
    [InlineData("sources: [{ id: a, name: A, kind: pages, location: x }]")]
    [InlineData("sources: [\n  { id: a, name: A, kind: pages, location: x },\n]\n# Below.\n")]
    public void Sources_are_added_and_the_rest_of_the_file_stays(string text)
    {
        var before = Loaded(text);
        var edited = SourcesFileEdit.Add(text, [_court, _page]);
        var after = Loaded(edited);
        Assert.Equal(before.Select(s => s.Id), after.SkipLast(2).Select(s => s.Id));
        Assert.Equal((_court.Id, _court.Name, _court.Location), (after[^2].Id, after[^2].Name, after[^2].Location));
        Assert.Equal((_page.Name, _page.Kind), (after[^1].Name, after[^1].Kind));
        Assert.All(text.Split('\n').Where(l => l.Contains('#')), remark => Assert.Contains(remark, edited, StringComparison.Ordinal));
        if (!text.Contains('['))
        {
            Assert.Equal(_page.Selectors, after[^1].Selectors);
        }
    }

    private static IReadOnlyList<SourceDefinition> Loaded(string text)
    {
        var result = new SourcesFile(_ => null).Parse(text, "sources.yaml");
        return Assert.IsType<SourcesFileResult.Loaded>(result, exactMatch: true).Sources;
    }
}
