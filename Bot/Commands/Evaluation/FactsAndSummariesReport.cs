using System.Globalization;
using Bot.Summaries;

namespace Bot.Commands.Evaluation;

/// <summary>Scores as aligned lines, for the terminal and for test logs.</summary>
internal static class FactsAndSummariesReport
{
    /// <summary>A set's facts by kind with their faults, and its summaries beside the plain ways of summing up.</summary>
    public static async Task Write(TextWriter output, LabelledSet set, Summarizer summarizer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await output.WriteLineAsync($"{set.Name}: {set.Bulletins.Count} bulletins");
        if (set.Bulletins.Any(b => b.Facts is not null))
        {
            var facts = FactsScores.Of(set.Bulletins);
            Write(output, facts);
            foreach (var fault in facts.Faults)
                await output.WriteLineAsync($"    {fault}");
        }

        if (set.Bulletins.Any(b => b.References is { Count: > 0 }))
            Write(output, SummaryScores.Of([.. set.Bulletins.Where(b => b.References is { Count: > 0 })], summarizer));
        await output.WriteLineAsync();
    }

    public static void Write(TextWriter output, FactsScores scores)
    {
        output.WriteLine($"{"facts",-14} {"P",6} {"R",6} {"right",6} {"wrong",6} {"missed",6}");
        foreach (var (kind, score) in scores.Kinds)
            output.WriteLine(Line(kind.ToString(), score));
        output.WriteLine(Line("all", scores.All));
    }

    public static void Write(TextWriter output, IReadOnlyList<SummaryScore> scores)
    {
        output.WriteLine($"{"summaries",-14} {"F",6} {"P",6} {"R",6} {"length",6} {"faithful",8}");
        foreach (var s in scores)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{s.Name,-14} {s.F,6:0.000} {s.Precision,6:0.000} {s.Recall,6:0.000} {s.Length,6:0.0} {s.Faithful,8:0.000}"));
    }

    private static string Line(string name, FactsScore s) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-14} {s.Precision,6:0.000} {s.Recall,6:0.000} {s.Right,6} {s.Wrong,6} {s.Missed,6}");
}
