using Bot.Summaries;

namespace Bot.Commands.Evaluation;

/// <summary>How one way of summing up does over labelled bulletins: averages over all bulletins and both references.</summary>
/// <param name="Length">Characters in the average summary.</param>
/// <param name="Faithful">The share of summaries whose every character stands in the text in the same order.</param>
internal sealed record SummaryScore(string Name, double Precision, double Recall, double F, double Length, double Faithful);

internal static class SummaryScores
{
    /// <summary>The room that an alert has, for the plain ways too.</summary>
    private const int Room = 120;

    public static IReadOnlyList<SummaryScore> Of(IReadOnlyList<LabelledBulletin> bulletins, Summarizer summarizer) =>
    [
        Score("ours", bulletins, b => summarizer.Summarize(new SummaryInput(b.Title, b.Subtitle, b.Paragraphs))),
        Score("lead-1", bulletins, b => SummaryBaselines.Lead(b.Paragraphs, 1)),
        Score("lead-2", bulletins, b => SummaryBaselines.Lead(b.Paragraphs, 2)),
        Score("TextRank", bulletins, b => SummaryBaselines.TextRank(b.Paragraphs, 2)),
        Score("lead-2 <=120", bulletins, b => SummaryBaselines.Lead(b.Paragraphs, 2, Room)),
        Score("TextRank <=120", bulletins, b => SummaryBaselines.TextRank(b.Paragraphs, 2, Room)),
    ];

    /// <summary>Whether the summary is the text with something left out. White space doesn't count: layout isn't said.</summary>
    public static bool IsFaithful(string summary, IReadOnlyList<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        var at = 0;
        foreach (var c in summary.Where(c => !char.IsWhiteSpace(c)))
        {
            at = text.IndexOf(c, at) + 1;
            if (at == 0)
                return false;
        }

        return true;
    }

    private static SummaryScore Score(string name, IReadOnlyList<LabelledBulletin> bulletins, Func<LabelledBulletin, string> summarize)
    {
        var scores = new List<RougeL>();
        double length = 0;
        double faithful = 0;
        foreach (var bulletin in bulletins)
        {
            var summary = summarize(bulletin);
            scores.AddRange((bulletin.References ?? []).Select(r => RougeL.Of(summary, r)));
            length += summary.Length;
            faithful += IsFaithful(summary, bulletin.Paragraphs) ? 1 : 0;
        }

        var count = Math.Max(1, bulletins.Count);
        return scores.Count == 0
            ? new(name, 0, 0, 0, 0, 1)
            : new(name, scores.Average(s => s.Precision), scores.Average(s => s.Recall), scores.Average(s => s.F), length / count, faithful / count);
    }
}
