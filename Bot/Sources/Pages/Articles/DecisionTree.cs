using System.Globalization;

namespace Bot.Sources.Pages.Articles;

/// <summary>A whole binary tree of questions, each whether a sign is above a cut: the root first, level by level.</summary>
/// <param name="Signs">Which sign each question asks for.</param>
/// <param name="Answers">One more than there are questions.</param>
internal sealed record DecisionTree(int[] Signs, double[] Cuts, double[] Answers)
{
    public double Answer(ReadOnlySpan<double> signs)
    {
        var at = 0;
        while (at < Signs.Length)
            at = (2 * at) + (signs[Signs[at]] > Cuts[at] ? 2 : 1);
        return Answers[at - Signs.Length];
    }

    /// <summary>A line: sign and cut of each question, a bar, and the answers.</summary>
    public static DecisionTree Parse(string line)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var questions = Numbers(line[..bar]);
        return new(
            [.. questions.Where((_, i) => i % 2 == 0).Select(n => (int)n)],
            [.. questions.Where((_, i) => i % 2 == 1)],
            Numbers(line[(bar + 1)..]));
    }

    public override string ToString() =>
        string.Join(' ', Signs.Zip(Cuts, (sign, cut) => string.Create(CultureInfo.InvariantCulture, $"{sign} {cut:0.###}")))
        + " | " + string.Join(' ', Answers.Select(a => a.ToString("0.###", CultureInfo.InvariantCulture)));

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
