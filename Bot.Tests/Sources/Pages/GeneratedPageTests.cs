using Bot.Commands.Evaluation;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages;

/// <summary>The measure, and floors that it must not fall below, over pages that are laid out with all known faults, alone and together. Set PAGES_OUT to a folder to have them written there.</summary>
public sealed class GeneratedPageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 1)]
    [InlineData("development", 2)]
    [InlineData("aside", 11)]
    public async Task Laid_out_pages_are_read_back(string articles, int seed)
    {
        var scores = new List<PageScore>();
        foreach (var page in PageSet.Of(articles, seed))
        {
            var result = PageFiles.Read($"{page.Name}.txt", page.Bytes);
            scores.Add(PageScorer.Score(page.Name, page.Expectation, result, null, TimeSpan.Zero));
            if (Environment.GetEnvironmentVariable("PAGES_OUT") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{page.Name}.txt"), page.Bytes, TestContext.Current.CancellationToken);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{page.Name}.expected.json"), page.Expectation.ToJson(), TestContext.Current.CancellationToken);
            }
        }

        output.WriteLine(ScoreTable.Format(scores, withFaults: true));
        var total = PageScore.Sum("total", scores);
        Assert.True(total.F1 >= 0.90, $"F1 {total.F1:0.000}");
        Assert.True(total.HeadlinesRight >= 0.94, $"headlines {total.HeadlinesRight:0.000}");
        Assert.True(total.CharactersRight >= 0.89, $"characters {total.CharactersRight:0.0000}");
    }
}
