namespace Bot.Sources.Identity;

/// <summary>A source's entries against what is known of it. Pure.</summary>
internal static class EntryComparison
{
    /// <summary>By id first: it survives a changed title or link. Then by text and link together: they survive a changed id.</summary>
    public static EntryNews Of(Entry entry, IReadOnlyCollection<KnownEntry> known)
    {
        var digest = EntryIdentity.Digest(entry.Title, entry.Paragraphs);
        if (known.FirstOrDefault(k => k.Key == entry.Key) is { } byKey)
        {
            return byKey.Digest == digest ? new EntryNews.Same(byKey) : new EntryNews.Revised(byKey);
        }

        var link = entry.Link is null ? null : CanonicalLink.Of(entry.Link);
        return known.FirstOrDefault(k => k.Digest == digest && (k.Link is null ? null : CanonicalLink.Of(k.Link)) == link) is { } twin
            ? new EntryNews.Renamed(twin)
            : new EntryNews.New();
    }

    /// <summary>
    /// What the source withdrew: known entries that are newer than the oldest one it still shows, but are not shown themselves.
    /// What is older than that fell out of the window in the course of time.
    /// </summary>
    public static IReadOnlyList<KnownEntry> Withdrawn(IReadOnlyCollection<Entry> shown, IReadOnlyCollection<KnownEntry> known)
    {
        var keys = shown.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var oldest = shown.Min(e => e.Published);
        return oldest is null || shown.Any(e => e.Published is null)
            ? []
            : [.. known.Where(k => k.Published > oldest && !keys.Contains(k.Key) && !shown.Any(e => Of(e, [k]) is EntryNews.Renamed))];
    }

    /// <summary>Of a first read only the newest entries become alerts; the rest is kept silently. Undated ones count by their place in the feed.</summary>
    public static IReadOnlyList<Entry> FirstAlerts(IReadOnlyList<Entry> entries, int most) =>
        [.. entries.OrderByDescending(e => e.Published ?? e.Updated ?? DateTimeOffset.MinValue).Take(most)];
}
