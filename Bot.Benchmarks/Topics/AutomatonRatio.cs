using System.Buffers;
using System.Diagnostics;
using System.Text;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Benchmarks.Topics;

/// <summary>
/// All finds of many keywords in generated Chinese text, against <see cref="SearchValues"/> with a dictionary, which steps on by one
/// character at each find and looks the longer keywords up there. In seconds of the processor, not of the clock; both by turns over the
/// same pieces of the text, so that the ratio holds on a busy machine too.
/// </summary>
internal static class AutomatonRatio
{
    private const int BulletinLength = 800;
    private const int Turns = 5;
    private const int WarmUps = 40;

    public static void Run(int megabytes)
    {
        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            var news = new NewsText(count);
            var keywords = news.Keywords(count);
            Measure($"{count} keywords", keywords, news.Of(megabytes * 1_000_000 / 3));
        }
    }

    private static void Measure(string name, string[] keywords, string text)
    {
        LiteralAutomaton.Of(keywords[..1_000]);
        var (built, automaton) = Timed(() => LiteralAutomaton.Of(keywords));
        var values = SearchValues.Create(keywords, StringComparison.Ordinal);
        var lookup = keywords.ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
        using var pause = new ManualResetEventSlim();
        for (var warm = 0; warm < 4 * WarmUps; warm++)
        {
            Count(automaton, text.AsSpan(0, 20_000));
            Count(values, lookup, text.AsSpan(0, 20_000));
            CountFolded(automaton, [text[..20_000]]);
            if (warm % WarmUps == 0)
            {
                // The compiler optimises what was called often, in the background.
                pause.Wait(WarmUps * 10);
            }
        }

        var (ours, theirs, folded) = (0.0, 0.0, 0.0);
        var (found, expected, foundFolded) = (0L, 0L, 0L);
        for (var turn = 0; turn < Turns; turn++)
        {
            var from = (int)((long)text.Length * turn / Turns);
            var piece = text[from..(int)((long)text.Length * (turn + 1) / Turns)];
            Add(Timed(() => Count(automaton, piece)), ref ours, ref found);
            Add(Timed(() => Count(values, lookup, piece)), ref theirs, ref expected);
            var bulletins = piece.Chunk(BulletinLength).Select(b => new string(b)).ToArray();

            // What was made to be measured with is moved aside before, not while it is measured.
            GC.Collect();
            Add(Timed(() => CountFolded(automaton, bulletins)), ref folded, ref foundFolded);
        }

        var size = Encoding.UTF8.GetByteCount(text) / 1e6;
        Console.WriteLine($"{name}, {size:F0} MB: built in {built * 1000:F0} ms; bare {size / ours:F0} MB/s against {size / theirs:F0} MB/s = {theirs / ours:F1} times; "
            + $"with folding and spans {size / folded:F0} MB/s = {ours / folded:P0} of the bare; {found} finds of {expected}, {foundFolded} whole ones");
    }

    private static void Add((double Seconds, long Found) measured, ref double seconds, ref long found)
    {
        seconds += measured.Seconds;
        found += measured.Found;
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var result = work();
        process.Refresh();
        return ((process.TotalProcessorTime - start).TotalSeconds, result);
    }

    private static long Count(LiteralAutomaton automaton, ReadOnlySpan<char> text)
    {
        long count = 0;
        foreach (var _ in automaton.In(text))
        {
            count++;
        }

        return count;
    }

    private static long CountFolded(LiteralAutomaton automaton, string[] bulletins)
    {
        long count = 0;
        foreach (var bulletin in bulletins)
        {
            var folded = FoldedText.Of(bulletin);
            foreach (var find in automaton.In(folded.Text))
            {
                count += folded.IsWhole(find.Start, find.Length) && folded.SpanOf(find.Start, find.Length).Length > 0 ? 1 : 0;
            }
        }

        return count;
    }

    private static long Count(SearchValues<string> values, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keywords, ReadOnlySpan<char> text)
    {
        long count = 0;
        for (var at = 0; text[at..].IndexOfAny(values) is >= 0 and var skip; at++)
        {
            at += skip;
            for (var length = 2; length <= 8 && at + length <= text.Length; length++)
            {
                count += keywords.Contains(text.Slice(at, length)) ? 1 : 0;
            }
        }

        return count;
    }
}
