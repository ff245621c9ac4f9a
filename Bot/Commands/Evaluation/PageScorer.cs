using Bot.Sources;

namespace Bot.Commands.Evaluation;

/// <summary>Compares what a reader made of a page with what is on it.</summary>
internal static class PageScorer
{
    /// <summary>A found body and an expected one are the same bulletin when they overlap by this much, intersection over union.</summary>
    public const double Overlap = 0.9;

    /// <param name="pageText">The page's text, for expectations that give a body by its ends only; null for pages that have none.</param>
    public static PageScore Score(string page, PageExpectation expectation, ReadResult result, string? pageText, TimeSpan elapsed)
    {
        var all = Characters.Of(pageText);
        var expected = expectation.Bulletins.Select(b => BodyOf(b, all)).ToList();
        var found = result.Entries.Select(e => Characters.Of(string.Concat(e.Paragraphs))).ToList();
        var pairs = Match(expected, found);
        var faults = new List<string>();
        int headlines = 0, subtitles = 0, datelines = 0, bylines = 0, credits = 0, kept = 0;
        foreach (var (e, f) in pairs)
        {
            var (bulletin, entry) = (expectation.Bulletins[e], result.Entries[f]);
            kept += Characters.Common(expected[e], found[f]);
            headlines += Compare("headline", bulletin.Title, entry.Title, faults);
            subtitles += Compare("subtitle", bulletin.Subtitle, entry.Subtitle, faults);
            datelines += Compare("dateline", bulletin.Dateline, entry.Dateline, faults);
            bylines += Compare("by-line", bulletin.Byline, entry.Byline, faults);
            credits += Compare("credit", bulletin.Credit, entry.Credit, faults);
        }

        faults.AddRange(expectation.Bulletins.Where((_, e) => pairs.All(p => p.Expected != e)).Select(b => $"not found: {b.Title}"));
        faults.AddRange(result.Entries.Where((_, f) => pairs.All(p => p.Found != f)).Select(e => $"not on the page: {e.Title} ({e.Paragraphs.Sum(p => p.Length)} characters)"));
        return new()
        {
            Page = page,
            Expected = expected.Count,
            Found = found.Count,
            Matched = pairs.Count,
            Headlines = headlines,
            Subtitles = subtitles,
            Datelines = datelines,
            Bylines = bylines,
            Credits = credits,
            Characters = expected.Sum(b => b.Length),
            CharactersKept = kept,
            CharactersMatched = pairs.Sum(p => expected[p.Expected].Length),
            Elapsed = elapsed,
            Error = result.Error,
            Faults = faults,
        };
    }

    /// <summary>The pairs that overlap, the best first, each side once.</summary>
    private static List<(int Expected, int Found)> Match(List<string> expected, List<string> found)
    {
        var overlaps =
            from e in Enumerable.Range(0, expected.Count)
            from f in Enumerable.Range(0, found.Count)
            let common = Characters.Common(expected[e], found[f])
            let union = expected[e].Length + found[f].Length - common
            let overlap = union == 0 ? 0 : (double)common / union
            where overlap >= Overlap
            orderby overlap descending
            select (e, f);
        var pairs = new List<(int Expected, int Found)>();
        foreach (var (e, f) in overlaps)
        {
            if (pairs.All(p => p.Expected != e && p.Found != f))
                pairs.Add((e, f));
        }

        return pairs;
    }

    private static string BodyOf(ExpectedBulletin bulletin, string page)
    {
        if (bulletin.Paragraphs is { } paragraphs)
            return Characters.Of(string.Concat(paragraphs));
        if (bulletin.Body is { } body)
            return Characters.Of(body);
        var (starts, ends) = (Characters.Of(bulletin.BodyStarts), Characters.Of(bulletin.BodyEnds));
        var start = page.IndexOf(starts, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(ends, start, StringComparison.Ordinal);
        return end < 0
            ? throw new InvalidDataException($"The body from '{bulletin.BodyStarts}' to '{bulletin.BodyEnds}' is not on the page.")
            : page[start..(end + ends.Length)];
    }

    private static int Compare(string what, string? expected, string? found, List<string> faults)
    {
        if (Characters.Same(expected, found))
            return 1;
        faults.Add($"{what}: expected “{expected}”, found “{found}”");
        return 0;
    }
}
