using Bot.Sources;
using Bot.Sources.Configuration;

namespace Bot.Tests.Sources;

public sealed class SampleSourcesTests
{
    [Fact]
    public void The_sources_that_ship_are_valid()
    {
        var loaded = Assert.IsType<SourcesFileResult.Loaded>(new SourcesFile(_ => null).Load(Path.Combine(RepositoryFiles.Root, "config", "sources.yaml")));
        Assert.Equal([SourceKind.Syndication, SourceKind.Pages], loaded.Sources.Select(s => s.Kind));
        Assert.Equal(TimeSpan.FromMinutes(10), loaded.Sources[0].Every);
        Assert.Equal("Asia/Shanghai", loaded.Sources[0].TimeZone.Id);
    }

    [Fact]
    public void The_sample_feed_is_read_without_a_warning()
    {
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "config", "sample", "feed.xml"));
        var result = Feeds.Read(bytes, location: "/config/sample/feed.xml");
        Assert.Empty(result.Warnings);
        Assert.Equal(("atom", "utf-8", "北岭政法公报"), (result.Format, result.Encoding, result.Title));
        Assert.Equal(9, result.Entries.Count);
        var first = result.Entries[0];
        Assert.Equal("https://bulletin.beiling.example/2026/1120-minors", first.Key);
        Assert.Equal("https://bulletin.beiling.example/2026/1120-minors.html", first.Link);
        Assert.Equal("北岭市公报编辑室", first.Author);
        Assert.Equal(3, first.Paragraphs.Count);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), first.Published);
        Assert.Equal(["法院"], first.Tags);
    }
}
