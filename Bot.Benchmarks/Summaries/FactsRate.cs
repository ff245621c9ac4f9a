using System.Diagnostics;
using System.Globalization;
using Bot.Bulletins.Facts;
using Bot.Summaries;

namespace Bot.Benchmarks.Summaries;

/// <summary>
/// Bulletins a second on one thread, facts and summary together: <c>dotnet run -c Release --project Bot.Benchmarks facts [seconds]</c>.
/// The bulletins differ, as a day's do. Counted are seconds of the processor, garbage collection and all, so that other work on the
/// machine does not count; the best of three rounds.
/// </summary>
internal static class FactsRate
{
    private const int Bulletins = 400;

    public static void Run(int seconds)
    {
        var texts = Enumerable.Range(0, Bulletins).Select(FactsAndSummary.Paragraphs).ToList();
        var length = texts.Average(t => t.Sum(p => p.Length));
        var summarizer = new Summarizer();
        Round(texts, summarizer, TimeSpan.FromSeconds(2));
        var rounds = Enumerable.Range(0, 3).Select(_ => Round(texts, summarizer, TimeSpan.FromSeconds(seconds / 3.0))).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"facts and summary: {rounds.Max(r => r.Rate):0} bulletins of {length:0} characters a second of processor time (rounds: {string.Join(", ", rounds.Select(r => r.Rate.ToString("0", CultureInfo.InvariantCulture)))}; {rounds[0].Facts:0.0} facts each)"));
    }

    private static (double Rate, double Facts) Round(List<string[]> texts, Summarizer summarizer, TimeSpan time)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var (count, facts) = (0, 0);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        while (clock.GetElapsedTime(start) < time)
        {
            var paragraphs = texts[count % texts.Count];
            facts += FactReader.Read(new FactInput(FactsAndSummary.Title, paragraphs, new DateOnly(2024, 5, 30))).Count;
            if (summarizer.Summarize(new SummaryInput(FactsAndSummary.Title, null, paragraphs)).Length == 0)
                throw new InvalidOperationException("A summary is never empty here.");
            count++;
        }

        process.Refresh();
        return (count / (process.TotalProcessorTime - before).TotalSeconds, (double)facts / count);
    }
}
