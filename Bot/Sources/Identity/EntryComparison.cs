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
            return byKey.Digest == digest || LostItsText(entry, byKey) ? new EntryNews.Same(byKey) : new EntryNews.Revised(byKey);
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
        if (!IsByDate(shown))
        {
            return [];
        }

        var keys = shown.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var oldest = shown.Min(e => e.Published);
        return
        [
            .. known.Where(k => k.Published > oldest && !keys.Contains(k.Key) && !shown.Any(e => Of(e, [k]) is EntryNews.Renamed)),
        ];
    }

    /// <summary>Only a list in the order of its dates has a window by date: one with notices pinned to its top, or with undated entries, has none.</summary>
    private static bool IsByDate(IReadOnlyCollection<Entry> shown) =>
        shown.Count > 0
        && shown.All(e => e.Published is not null)
        && (IsSorted(shown.Select(e => e.Published!.Value)) || IsSorted(shown.Reverse().Select(e => e.Published!.Value)));

    private static bool IsSorted(IEnumerable<DateTimeOffset> moments) => moments.Zip(moments.Skip(1)).All(p => p.First >= p.Second);

    /// <summary>A list names titles alone; the text came from elsewhere, and a title alone takes no text away.</summary>
    private static bool LostItsText(Entry entry, KnownEntry known) => entry.Paragraphs.Count == 0 && known.HasText && entry.Title == known.Title;

    /// <summary>Of a first read only the newest entries become alerts; the rest is kept silently. Undated ones count by their place in the feed.</summary>
    public static IReadOnlyList<Entry> FirstAlerts(IReadOnlyList<Entry> entries, int most) =>
        [.. entries.OrderByDescending(e => e.Published ?? e.Updated ?? DateTimeOffset.MinValue).Take(most)];
}
