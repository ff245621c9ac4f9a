using System.Globalization;
using Bot.Sources.Pages.Articles;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>
/// Learns <see cref="HeadlineWeights"/>, <see cref="PairWeights"/>, <see cref="BoundaryWeights"/> and <see cref="LinkWeights"/> anew from
/// laid-out pages and prints them, to be put in those files by hand:
/// <c>Bot.Tests -explicit only -class Bot.Tests.Sources.Pages.Training.PageTraining -showliveoutput</c>. PAGES_TRAIN names the articles,
/// parted by commas: files of Samples/pages, or paths without <c>.txt</c> of files elsewhere. What is learned later depends on what was
/// learned before, so each is used at once.
/// </summary>
public sealed class PageTraining(ITestOutputHelper output)
{
    private const int FirstSeed = 101;

    private const int Seeds = 2;

    /// <summary>The pages that a set is measured on.</summary>
    private const int MeasuredSeed = 61;

    private static string[] Sets => (Environment.GetEnvironmentVariable("PAGES_TRAIN") ?? "development,held-out,aside,varied,more,last,recent").Split(',');

    [Fact(Explicit = true)]
    public void Weights_are_learned_from_laid_out_pages()
    {
        Learn(Sets);
        foreach (var (names, weights) in ((IReadOnlyList<string>, double[])[])[(HeadlineWeights.Names, HeadlineWeights.Learned), (PairWeights.Names, PairWeights.Learned), (BoundaryWeights.Names, BoundaryWeights.Learned)])
        {
            foreach (var (name, weight) in names.Zip(weights))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {weight:0.00}"));
            output.WriteLine(Row(weights));
        }

        foreach (var row in LinkWeights.Learned)
            output.WriteLine($"[{Row(row)}],");
    }

    /// <summary>Each set is measured with weights learned from the others: what the reader does on articles that it has not seen.</summary>
    [Fact(Explicit = true)]
    public void Sets_are_measured_with_weights_learned_from_the_others()
    {
        foreach (var set in Sets)
        {
            Learn([.. Sets.Where(s => s != set)]);
            var (total, faults) = PageFaults.Of(PageSet.Of(set, MeasuredSeed));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(set),-12} F1 {total.F1:0.000} headlines {total.HeadlinesRight:0.000} characters {total.CharactersWhole:0.0000}  {string.Join(", ", faults.Select(f => $"{f.Key} {f.Value}"))}"));
        }
    }

    private static void Learn(IReadOnlyList<string> sets)
    {
        var pages = sets.SelectMany(s => Enumerable.Range(FirstSeed, Seeds).SelectMany(seed => PageSet.Of(s, seed))).ToList();
        var headlines = pages.SelectMany(HeadlineSample.Of).ToList();
        LogisticRegression.Fit([.. headlines.Select(s => s.Signs)], [.. headlines.Select(s => s.IsHeadline)], ridge: 2).CopyTo(HeadlineWeights.Learned, 0);
        PairSample.Fit([.. pages.SelectMany(PairSample.Of)], ridge: 4).CopyTo(PairWeights.Learned, 0);
        var boundaries = pages.SelectMany(BoundarySample.Of).ToList();
        var links = pages.SelectMany(LinkSample.Of).ToList();
        var weights = LogisticRegression.Fit([.. boundaries.Select(s => s.Signs)], [.. boundaries.Select(s => s.Begins)], ridge: 4);
        var (readings, gain) = ChoiceRegression.Fit(links, 4, ridge: 2);
        for (var i = 0; i < BoundaryWeights.Learned.Length; i++)
            BoundaryWeights.Learned[i] = weights[i] / weights[^1];
        for (var link = 0; link < readings.Length; link++)
        {
            for (var i = 0; i < readings[link].Length; i++)
                LinkWeights.Learned[link][i] = readings[link][i] / gain;
        }
    }

    private static string Row(IEnumerable<double> weights) =>
        string.Join(", ", weights.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)));
}
