using System.Globalization;
using Bot.Commands.Evaluation;
using Bot.Summaries;

namespace Bot.Tests.Commands.Evaluation;

/// <summary>Facts and summaries on the labelled bulletins: <c>tuned</c> was looked at while the readers were written, <c>aside</c> was not, and <c>fresh</c>, <c>second</c>, <c>third</c> and <c>fourth</c> were labelled after both and mended from once.</summary>
public sealed class LabelledBulletinTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tuned")]
    [InlineData("aside")]
    [InlineData("fresh")]
    [InlineData("second")]
    [InlineData("third")]
    [InlineData("fourth")]
    public void Facts_are_right_and_nearly_all_are_found(string set)
    {
        var scores = FactsScores.Of(Load(set));
        using (var report = new StringWriter())
        {
            FactsAndSummariesReport.Write(report, scores);
            output.WriteLine(report.ToString());
        }

        if (set == "tuned")
        {
            foreach (var fault in scores.Faults)
                output.WriteLine(fault);
        }

        Assert.True(scores.All.Precision >= 0.99, string.Join('\n', scores.Faults.Count));
        Assert.True(scores.All.Recall >= 0.95, string.Join('\n', scores.Faults.Count));
    }

    [Theory]
    [InlineData("tuned")]
    [InlineData("aside")]
    [InlineData("fresh")]
    [InlineData("second")]
    [InlineData("third")]
    [InlineData("fourth")]
    public void Summaries_are_ahead_of_the_plain_ways_and_say_nothing_of_their_own(string set)
    {
        var bulletins = Load(set);
        var scores = SummaryScores.Of(bulletins, new Summarizer());
        using (var report = new StringWriter())
        {
            FactsAndSummariesReport.Write(report, scores);
            output.WriteLine(report.ToString());
        }

        if (set == "tuned")
        {
            foreach (var b in bulletins)
            {
                var summary = new Summarizer().Summarize(new SummaryInput(b.Title, b.Subtitle, b.Paragraphs));
                output.WriteLine(Line($"{b.Id} {b.References!.Average(r => RougeL.Of(summary, r).F):0.00} {summary.Length} {summary}"));
            }
        }

        Assert.Equal(1, scores[0].Faithful);
        Assert.All(scores.Skip(1), other => Assert.True(scores[0].F > other.F, other.Name));
    }

    internal static IReadOnlyList<LabelledBulletin> Load(string set) =>
        LabelledBulletin.Load(Path.Combine(AppContext.BaseDirectory, "Samples", "bulletins", $"{set}.json"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
