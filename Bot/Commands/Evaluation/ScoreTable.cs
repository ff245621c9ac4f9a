using System.Globalization;
using System.Text;

namespace Bot.Commands.Evaluation;

/// <summary>Scores as a table in plain text: a line a page, then the total.</summary>
internal static class ScoreTable
{
    public static string Format(IReadOnlyList<PageScore> scores, bool withFaults = false)
    {
        var total = PageScore.Sum("total", scores);
        var width = Math.Clamp(scores.Select(s => s.Page.Length).DefaultIfEmpty(0).Max(), 8, 48);
        var table = new StringBuilder();
        table.AppendLine(Row(width, "page", "exp", "found", "match", "prec", "recall", "F1", "headl", "subt", "datel", "byline", "credit", "chars", "whole"));
        foreach (var score in scores)
        {
            table.AppendLine(Row(width, score));
            if (score.Error is not null)
                table.AppendLine(CultureInfo.InvariantCulture, $"    {score.Error}");
            foreach (var fault in withFaults ? score.Faults : [])
                table.AppendLine(CultureInfo.InvariantCulture, $"    {fault}");
        }

        table.AppendLine(Row(width, total));
        var seconds = total.Elapsed.TotalSeconds;
        table.AppendLine(CultureInfo.InvariantCulture, $"{scores.Count} pages, {(seconds > 0 ? scores.Count / seconds : 0):0.0} pages a second");
        return table.ToString();
    }

    private static string Row(int width, PageScore score) => Row(
        width, score.Page, Number(score.Expected), Number(score.Found), Number(score.Matched),
        Share(score.Precision), Share(score.Recall), Share(score.F1), Share(score.HeadlinesRight), Share(Of(score.Subtitles, score)),
        Share(Of(score.Datelines, score)), Share(Of(score.Bylines, score)), Share(Of(score.Credits, score)), Share(score.CharactersRight), Share(score.CharactersWhole));

    private static string Row(int width, string page, params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder(page.Length > width ? page[..width] : page.PadRight(width));
        foreach (var cell in cells)
            row.Append(cell.PadLeft(7));
        return row.ToString();
    }

    private static double Of(int part, PageScore score) => score.Matched == 0 ? 1 : (double)part / score.Matched;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
