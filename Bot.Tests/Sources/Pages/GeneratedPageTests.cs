using Bot.Commands.Evaluation;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages;

/// <summary>The measure, and floors that it must not fall below, over pages that are laid out with all known faults, alone and together. Set PAGES_OUT to a folder to have them written there.</summary>
public sealed class GeneratedPageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 1, 0.97, 0.93, 0.995)]
    [InlineData("development", 2, 0.95, 0.93, 0.995)]
    [InlineData("held-out", 21, 0.95, 0.93, 0.995)]
    [InlineData("aside", 11, 0.95, 0.94, 0.995)]
    [InlineData("varied", 31, 0.96, 0.95, 0.995)]
    [InlineData("more", 41, 0.82, 0.89, 0.99)]
    [InlineData("last", 51, 0.77, 0.9, 0.98)]
    [InlineData("recent", 71, 0.91, 0.85, 0.995)]
    public async Task Laid_out_pages_are_read_back(string articles, int seed, double bulletins, double headlines, double characters)
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
        Assert.True(total.F1 >= bulletins, $"F1 {total.F1:0.000}");
        Assert.True(total.HeadlinesRight >= headlines, $"headlines {total.HeadlinesRight:0.000}");
        Assert.True(total.CharactersWhole >= characters, $"characters {total.CharactersWhole:0.0000}");
    }
}
