using System.Buffers;
using System.Diagnostics;
using System.Text;
using Bot.Topics;

namespace Bot.Benchmarks.Topics;

/// <summary>
/// All finds of many words in generated Chinese text, against <see cref="SearchValues"/> with a dictionary, which steps on by one
/// character at each find and looks the longer words up there. One thread; the ratio counts, not the seconds.
/// </summary>
internal static class AutomatonRatio
{
    private const int MegabytesOfText = 12;

    public static void Run()
    {
        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            var random = new Random(count);
            var words = new HashSet<string>();
            while (words.Count < count)
            {
                words.Add(Text(random, 2 + random.Next(7)));
            }

            var literals = words.ToArray();
            var text = Text(random, MegabytesOfText * 1_000_000 / 3);
            var start = Stopwatch.GetTimestamp();
            var automaton = LiteralAutomaton.Of(literals);
            var built = Stopwatch.GetElapsedTime(start);
            var values = SearchValues.Create(literals, StringComparison.Ordinal);
            var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
            var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
            Count(automaton, text);
            Count(values, lookup, text[..100_000]);
            var (ours, found) = Timed(() => Count(automaton, text));
            var (theirs, expected) = Timed(() => Count(values, lookup, text));
            Console.WriteLine($"{count} words: built in {built.TotalMilliseconds:F0} ms; {megabytes / ours:F0} MB/s against {megabytes / theirs:F0} MB/s = {theirs / ours:F1}; {found} finds, {expected} expected");
        }
    }

    private static (double Seconds, long Found) Timed(Func<long> work)
    {
        var start = Stopwatch.GetTimestamp();
        var found = work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, found);
    }

    private static long Count(LiteralAutomaton automaton, string text)
    {
        long count = 0;
        foreach (var _ in automaton.In(text))
        {
            count++;
        }

        return count;
    }

    private static long Count(SearchValues<string> values, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, string text)
    {
        long count = 0;
        for (var at = 0; text.AsSpan(at).IndexOfAny(values) is >= 0 and var skip; at++)
        {
            at += skip;
            for (var length = 2; length <= 8 && at + length <= text.Length; length++)
            {
                count += words.Contains(text.AsSpan(at, length)) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Characters as unevenly used as in news: a few hundred make most of it.</summary>
    private static string Text(Random random, int length) => string.Create(length, random, (span, source) =>
    {
        foreach (ref var c in span)
        {
            c = (char)('\u4E00' + (int)(3_000 * Math.Pow(source.NextDouble(), 3)));
        }
    });
}
