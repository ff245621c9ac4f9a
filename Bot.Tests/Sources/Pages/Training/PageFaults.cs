using Bot.Commands.Evaluation;
using Bot.Sources;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>What kinds of faults the reader makes on laid-out pages.</summary>
internal static class PageFaults
{
    public static (PageScore Total, SortedDictionary<string, int> Faults) Of(IReadOnlyList<GeneratedPage> pages)
    {
        var scores = new List<PageScore>();
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var result = PageFiles.Read($"{page.Name}.txt", page.Bytes);
            scores.Add(PageScorer.Score(page.Name, page.Expectation, result, null, TimeSpan.Zero));
            foreach (var fault in OfPage(page, result.Entries))
                faults[fault] = faults.GetValueOrDefault(fault) + 1;
        }

        return (PageScore.Sum("total", scores), faults);
    }

    private static IEnumerable<string> OfPage(GeneratedPage page, IReadOnlyList<Entry> entries)
    {
        var expected = page.Expectation.Bulletins;
        var titles = expected.Where(b => b.Title is not null).Select(b => Characters.Of(b.Title)).ToHashSet();
        var bodies = entries.Select(e => Triples(string.Concat(e.Paragraphs))).ToList();
        var wholes = expected.Select(b => Triples(string.Concat(b.Paragraphs!))).ToList();
        for (var e = 0; e < expected.Count; e++)
        {
            if (bodies.Count == 0)
            {
                yield return "body lost";
                continue;
            }

            var covers = bodies.Select((b, f) => (Share: Share(wholes[e], b), Entry: f)).OrderByDescending(c => c.Share).ToList();
            var best = covers[0];
            if (best.Share > 0.9 && bodies[best.Entry].Count <= 1.1 * wholes[e].Count)
            {
                if (OfHeadline(expected[e], entries[best.Entry], titles) is { } fault)
                    yield return fault;
            }
            else if (best.Share > 0.9)
            {
                yield return Enumerable.Range(0, wholes.Count).Any(o => o != e && Share(wholes[o], bodies[best.Entry]) > 0.5) ? "body merged" : "body grown";
            }
            else
            {
                yield return covers.Count > 1 && covers[1].Share > 0.15 ? "body split" : "body lost";
            }
        }
    }

    private static string? OfHeadline(ExpectedBulletin bulletin, Entry entry, HashSet<string> titles)
    {
        var (right, found) = (Characters.Of(bulletin.Title), Characters.Of(entry.Title));
        if (right == found)
            return null;
        if (found.Length == 0)
            return "headline missing";
        if (titles.Contains(found))
            return "headline of another";
        if (right.Length == 0)
            return "headline for none";
        var whole = Characters.Of(bulletin.Kicker) + right + Characters.Of(bulletin.Subtitle);
        return right.Contains(found, StringComparison.Ordinal) ? "headline in part"
            : whole.Contains(found, StringComparison.Ordinal) ? "headline with kicker or subtitle"
            : found.Contains(right, StringComparison.Ordinal) ? "headline and more" : "headline is other text";
    }

    private static HashSet<string> Triples(string text)
    {
        var characters = Characters.Of(text);
        return [.. Enumerable.Range(0, Math.Max(0, characters.Length - 2)).Select(i => characters.Substring(i, 3))];
    }

    private static double Share(HashSet<string> whole, HashSet<string> within) => whole.Count == 0 ? 0 : whole.Count(within.Contains) / (double)whole.Count;
}
