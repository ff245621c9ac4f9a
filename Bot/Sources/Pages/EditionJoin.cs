using System.Globalization;

namespace Bot.Sources.Pages;

/// <summary>Joins the parts of an article that are printed on two pages of one edition (下转第4版, 上接第1版).</summary>
internal static class EditionJoin
{
    /// <param name="entries">Of one edition, page by page. A part whose other part is missing, or could be several, stays by itself.</param>
    public static IReadOnlyList<Entry> Join(IReadOnlyList<Entry> entries)
    {
        var joined = entries.ToList();
        for (var i = 0; i < joined.Count; i++)
        {
            var seen = new HashSet<string?>();
            // A long article may go on more than once.
            while (joined[i].ContinuesOn is { } page && seen.Add(page) && Rest(joined, joined[i], page) is { } rest)
            {
                joined[i] = Join(joined[i], rest);
                var at = joined.IndexOf(rest);
                joined.RemoveAt(at);
                if (at < i)
                    i--;
            }
        }

        return joined;
    }

    private static Entry? Rest(List<Entry> entries, Entry first, string page)
    {
        var parts = entries.Where(e => e != first && e.ContinuedFrom is { } from && Same(e.Edition?.Page, page) && Same(from, first.Edition?.Page)).ToList();
        if (parts is [var only])
            return only;
        // Several rests on one page: the one whose headline says the same, or repeats part of it.
        var titled = parts.Where(p => p.Title is { Length: >= 2 } title && first.Title is { } head && (head.Contains(title, StringComparison.Ordinal) || title.Contains(head, StringComparison.Ordinal))).ToList();
        return titled is [var named] ? named : null;
    }

    private static Entry Join(Entry first, Entry rest)
    {
        var paragraphs = first.Paragraphs.ToList();
        var others = rest.Paragraphs.ToList();
        if (paragraphs.Count > 0 && others.Count > 0 && !Text.Sentences.EndsParagraph(paragraphs[^1]))
        {
            paragraphs[^1] += others[0];
            others.RemoveAt(0);
        }

        return first with
        {
            Paragraphs = [.. paragraphs, .. others],
            Captions = [.. first.Captions, .. rest.Captions],
            Byline = first.Byline ?? rest.Byline,
            Contributors = first.Contributors.Count > 0 ? first.Contributors : rest.Contributors,
            Credit = first.Credit ?? rest.Credit,
            ContinuesOn = rest.ContinuesOn,
        };
    }

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && (one == other || (int.TryParse(one, CultureInfo.InvariantCulture, out var a) && int.TryParse(other, CultureInfo.InvariantCulture, out var b) && a == b));
}
