namespace Bot.Sources.Identity;

/// <summary>Some publishers give every entry the same id, or repeat one with other content. Within one document no two articles may share a key.</summary>
internal static class DistinctKeys
{
    /// <summary>Entries whose id names several articles are known by their link or text; plain repeats are left out.</summary>
    public static IReadOnlyList<Entry> Of(IReadOnlyList<Entry> entries, List<Said> warnings)
    {
        HashSet<string> keys = new(entries.Count, StringComparer.Ordinal);
        if (entries.All(e => keys.Add(e.Key)))
        {
            return entries;
        }

        var shared = entries.GroupBy(e => e.Key, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any(e => !SameArticle(e, g.First())))
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        if (shared.Count > 0)
        {
            warnings.Add(Said.Of("Feed_SharedIds", shared.Count));
        }

        keys.Clear();
        return
        [
            .. entries.Select(e => shared.Contains(e.Key) ? e with { Key = Own(e, shared) } : e)
                .Where(e => keys.Add(e.Key)),
        ];
    }

    private static bool SameArticle(Entry one, Entry other) =>
        one.Link == other.Link && (one.Link is not null || one.Title == other.Title) && (one.Title == other.Title || one.Link is not null);

    private static string Own(Entry entry, HashSet<string> shared) =>
        entry.Link is { } link && CanonicalLink.Of(link) is var key && !shared.Contains(key) ? key : EntryIdentity.OfText(entry.Title, entry.Paragraphs);
}
