using Bot.Commands.Evaluation;

namespace Bot.Tests.Sources.Pages;

public sealed class RealPageTests
{
    private const string Name = "000_4a6160887b23c619";

    [Fact]
    public async Task A_real_page_gives_exactly_its_bulletins_with_every_field()
    {
        var folder = Path.GetDirectoryName(PageFiles.Real($"{Name}.txt"))!;
        var scores = await new PageEvaluation([PageFiles.Reader], TimeProvider.System).ScoreAsync(folder, TestContext.Current.CancellationToken);
        var score = Assert.Single(scores);
        Assert.Empty(score.Faults);
        Assert.Equal(7, score.Matched);
        Assert.Equal(1, score.CharactersRight);
        Assert.True(score.IsPerfect);
    }

    [Fact]
    public void A_real_pages_bodies_begin_and_end_where_they_are_printed_to()
    {
        var expectation = PageExpectation.Parse(File.ReadAllBytes(PageFiles.Real($"{Name}.expected.json")));
        var entries = PageFiles.Read(PageFiles.Real($"{Name}.txt")).Entries;
        foreach (var bulletin in expectation.Bulletins)
        {
            var entry = Assert.Single(entries, e => e.Title == bulletin.Title);
            Assert.StartsWith(bulletin.BodyStarts!, entry.Paragraphs[0], StringComparison.Ordinal);
            Assert.EndsWith(bulletin.BodyEnds!, entry.Paragraphs[^1], StringComparison.Ordinal);
            Assert.True(entry.HeadlineConfidence > 0.5, entry.Title);
        }
    }

    [Fact]
    public void The_same_page_under_another_name_gives_the_same_keys()
    {
        var path = PageFiles.Real($"{Name}.txt");
        var keys = PageFiles.Read(path).Entries.Select(e => e.Key).ToList();
        Assert.Equal(7, keys.Distinct().Count());
        Assert.Equal(keys, PageFiles.Read("another.txt", File.ReadAllBytes(path)).Entries.Select(e => e.Key));
    }
}
