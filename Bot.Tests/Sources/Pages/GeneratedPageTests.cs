using Bot.Commands.Evaluation;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages;

/// <summary>The measure, and floors that it must not fall below, over pages that are laid out with all known faults, alone and together. Set PAGES_OUT to a folder to have them written there.</summary>
public sealed class GeneratedPageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 1, 0.92)]
    [InlineData("development", 2, 0.92)]
    [InlineData("held-out", 21, 0.88)]
    [InlineData("aside", 11, 0.93)]
    [InlineData("last", 31, 0.87)]
    public async Task Laid_out_pages_are_read_back(string articles, int seed, double floor)
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
        Assert.True(total.F1 >= floor, $"F1 {total.F1:0.000}");
        Assert.True(total.HeadlinesRight >= 0.83, $"headlines {total.HeadlinesRight:0.000}");
        Assert.True(total.CharactersWhole >= 0.995, $"characters {total.CharactersWhole:0.0000}");
    }
}
