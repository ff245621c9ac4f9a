using System.Globalization;
using Bot.Sources.Pages.Articles;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>
/// Learns <see cref="HeadlineWeights"/>, <see cref="PairWeights"/>, <see cref="BoundaryWeights"/> and <see cref="LinkWeights"/> anew from
/// laid-out pages and prints them, to be put in those files by hand, and writes the file of <see cref="BoundaryTrees"/>:
/// <c>Bot.Tests -explicit only -class Bot.Tests.Sources.Pages.Training.PageTraining -showliveoutput</c>. PAGES_TRAIN names the articles,
/// parted by commas: files of Samples/pages, or paths without <c>.txt</c> of files elsewhere. What is learned later depends on what was
/// learned before, so each is used at once.
/// </summary>
public sealed class PageTraining(ITestOutputHelper output)
{
    private const int FirstSeed = 101;

    private const int Seeds = 4;

    private const int Trees = 150;

    /// <summary>Written for its headlines: its texts are shorter than most, and count less where articles' ends are learned.</summary>
    private const string Headings = "headings";

    /// <summary>The pages that a set is measured on.</summary>
    private const int MeasuredSeed = 61;

    private static string[] Sets => (Environment.GetEnvironmentVariable("PAGES_TRAIN") ?? "development,held-out,aside,varied,more,last,recent,headings").Split(',');

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
        File.WriteAllLines(Path.Combine(PageFiles.Root, "Bot", "Sources", "Pages", "Articles", "Data", "boundary-trees.txt"), BoundaryTrees.Learned.Select(t => t.ToString()));
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

    private static IEnumerable<GeneratedPage> Laid(IEnumerable<string> sets, int seeds) =>
        sets.SelectMany(s => Enumerable.Range(FirstSeed, seeds).SelectMany(seed => PageSet.Of(s, seed)));

    private static void Learn(IReadOnlyList<string> sets)
    {
        var all = Laid(sets, Seeds).ToList();
        var pages = Laid(sets.Where(s => s != Headings), Seeds).Concat(Laid(sets.Where(s => s == Headings), 1)).ToList();
        var headlines = pages.SelectMany(HeadlineSample.Of).ToList();
        LogisticRegression.Fit([.. headlines.Select(s => s.Signs)], [.. headlines.Select(s => s.IsHeadline)], ridge: 2).CopyTo(HeadlineWeights.Learned, 0);
        PairSample.Fit([.. pages.SelectMany(PairSample.Of)], ridge: 4).CopyTo(PairWeights.Learned, 0);
        var boundaries = pages.SelectMany(BoundarySample.Of).ToList();
        var links = all.SelectMany(LinkSample.Of).ToList();
        LearnBoundaries(boundaries);
        var (readings, gain) = ChoiceRegression.Fit(links, 4, ridge: 4);
        for (var link = 0; link < readings.Length; link++)
        {
            for (var i = 0; i < readings[link].Length; i++)
                LinkWeights.Learned[link][i] = readings[link][i] / gain;
        }
    }

    /// <summary>Weights first, trees on what they leave open; the gain of the assignment, the last sign, has a weight only, and is the unit.</summary>
    private static void LearnBoundaries(List<BoundarySample> samples)
    {
        bool[] begins = [.. samples.Select(s => s.Begins)];
        var weights = LogisticRegression.Fit([.. samples.Select(s => s.Signs)], begins, ridge: 30);
        var unit = weights[^1];
        for (var i = 0; i < BoundaryWeights.Learned.Length; i++)
            BoundaryWeights.Learned[i] = weights[i] / unit;
        var trees = TreeBoosting.Fit(
            [.. samples.Select(s => s.Signs[..^1])], begins, [.. samples.Select(s => LogisticRegression.Dot(weights, s.Signs))], Trees, depth: 3);
        BoundaryTrees.Learned = [.. trees.Select(t => t with { Answers = [.. t.Answers.Select(a => a / unit)] })];
    }

    private static string Row(IEnumerable<double> weights) =>
        string.Join(", ", weights.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)));
}
