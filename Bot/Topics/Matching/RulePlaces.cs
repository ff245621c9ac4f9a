using System.Text.RegularExpressions;

namespace Bot.Topics;

/// <summary>The parts of rules that ask where finds stand. With no list for the evidence they stop at the first place.</summary>
internal static class RulePlaces
{
    private const int FewWords = 32;

    /// <summary>All words, with at most so many characters between the end of the first and the start of the last.</summary>
    /// <param name="near">The part, whole.</param>
    /// <param name="finds">What was found.</param>
    /// <param name="evidence">Takes the words of each closest place where all of them stand together.</param>
    public static bool Near(ReadOnlySpan<int> near, RuleFinds finds, List<Find>? evidence)
    {
        var (mask, distance) = (near[2], near[3]);
        var words = near[4..];
        Span<int> next = words.Length <= FewWords ? stackalloc int[words.Length] : new int[words.Length];
        Span<Find> last = words.Length <= FewWords ? stackalloc Find[words.Length] : new Find[words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            next[word] = finds.First(words[word], mask);
            last[word] = new Find(-1, 0, 0);
            if (next[word] < 0)
            {
                return false;
            }
        }

        var held = false;
        while (Foremost(next, finds) is >= 0 and var word)
        {
            var find = finds[next[word]].Find;
            next[word] = finds.Next(next[word], mask);
            last[word] = find;
            if (!StandTogether(last, find, distance))
            {
                continue;
            }

            held = true;
            if (evidence is null)
            {
                break;
            }

            evidence.AddRange(last);
        }

        return held;
    }

    /// <summary>The word, somewhere else than inside the context.</summary>
    public static bool Outside(ReadOnlySpan<int> part, RuleFinds finds, List<Find>? evidence)
    {
        var (word, mask) = (part[1], part[3]);
        var context = finds.First(part[2], mask);
        var held = false;
        for (var hit = finds.First(word, mask); hit >= 0; hit = finds.Next(hit, mask))
        {
            // Both in the order they stand, and contexts are of one length: one walk along both.
            var find = finds[hit].Find;
            while (context >= 0 && (finds[context].Find.Segment, finds[context].Find.End).CompareTo((find.Segment, find.End)) < 0)
            {
                context = finds.Next(context, mask);
            }

            if (context >= 0 && finds[context].Find.Segment == find.Segment && finds[context].Find.Start <= find.Start)
            {
                continue;
            }

            held = true;
            if (evidence is null)
            {
                break;
            }

            evidence.Add(find);
        }

        return held;
    }

    /// <summary>Where a pattern matches the original text.</summary>
    public static bool Matches(Regex pattern, int mask, RuleFinds finds, List<Find>? evidence)
    {
        var fields = finds.Fields;
        var held = false;
        for (var segment = 0; segment < fields.Count; segment++)
        {
            if ((RuleCode.MaskOf(fields.FieldOf(segment)) & mask) == 0)
            {
                continue;
            }

            foreach (var match in pattern.EnumerateMatches(fields[segment].Original))
            {
                if (match.Length == 0 || fields[segment].FoldedSpan(match.Index, match.Length) is not { } span)
                {
                    continue;
                }

                held = true;
                if (evidence is null)
                {
                    return true;
                }

                evidence.Add(new Find(segment, span.Start, span.Length));
            }
        }

        return held;
    }

    /// <summary>The word whose next find stands first; -1 where there are no more.</summary>
    private static int Foremost(ReadOnlySpan<int> next, RuleFinds finds)
    {
        var foremost = -1;
        for (var word = 0; word < next.Length; word++)
        {
            if (next[word] >= 0 && (foremost < 0 || IsBefore(finds[next[word]].Find, finds[next[foremost]].Find)))
            {
                foremost = word;
            }
        }

        return foremost;
    }

    private static bool IsBefore(Find one, Find other) => one.Segment != other.Segment ? one.Segment < other.Segment : one.Start < other.Start;

    private static bool StandTogether(ReadOnlySpan<Find> words, Find last, int distance)
    {
        var firstEnd = int.MaxValue;
        foreach (var word in words)
        {
            if (word.Segment != last.Segment)
            {
                return false;
            }

            firstEnd = Math.Min(firstEnd, word.End);
        }

        return last.Start - firstEnd <= distance;
    }
}
