using System.Globalization;
using Bot.Sources.Pages.Articles;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>
/// Learns <see cref="BoundaryWeights"/> and <see cref="LinkWeights"/> anew from laid-out pages and prints them, to be put in those files by
/// hand: <c>Bot.Tests -explicit only -class Bot.Tests.Sources.Pages.Training.PageTraining -showliveoutput</c>. PAGES_TRAIN names the articles,
/// parted by commas: files of Samples/pages, or paths without <c>.txt</c> of files elsewhere. Each run begins with the weights that are there,
/// since what the assignment gains depends on them: two or three runs settle.
/// </summary>
public sealed class PageTraining(ITestOutputHelper output)
{
    private const int FirstSeed = 101;

    private const int Seeds = 3;

    [Fact(Explicit = true)]
    public void Weights_of_boundaries_are_learned_from_laid_out_pages()
    {
        var samples = Pages().SelectMany(BoundarySample.Of).ToList();
        var weights = LogisticRegression.Fit([.. samples.Select(s => s.Signs)], [.. samples.Select(s => s.Begins)], ridge: 4);
        output.WriteLine($"{samples.Count} places, right {Share(samples, s => LogisticRegression.Dot(weights, s.Signs) > 0 == s.Begins)}");
        foreach (var (name, weight) in BoundaryWeights.Names.Zip(weights))
            output.WriteLine($"{name,-24} {weight / weights[^1]:0.00}");
        output.WriteLine(Row(weights.SkipLast(1), weights[^1]));
    }

    [Fact(Explicit = true)]
    public void Weights_of_links_are_learned_from_laid_out_pages()
    {
        var samples = Pages().SelectMany(LinkSample.Of).ToList();
        var (weights, gain) = ChoiceRegression.Fit(samples, 4, ridge: 2);
        output.WriteLine($"{samples.Count} pairs of pieces");
        foreach (var row in weights)
            output.WriteLine($"[{Row(row, gain)}],");
    }

    private static IEnumerable<GeneratedPage> Pages() =>
        from articles in (Environment.GetEnvironmentVariable("PAGES_TRAIN") ?? "development,held-out,varied,more").Split(',')
        from seed in Enumerable.Range(FirstSeed, Seeds)
        from page in PageSet.Of(articles, seed)
        select page;

    private static string Share(List<BoundarySample> samples, Func<BoundarySample, bool> right) =>
        (samples.Count(right) / (double)samples.Count).ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Row(IEnumerable<double> weights, double unit) =>
        string.Join(", ", weights.Select(w => (w / unit).ToString("0.##", CultureInfo.InvariantCulture)));
}
