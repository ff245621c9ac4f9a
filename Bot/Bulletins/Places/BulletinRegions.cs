namespace Bot.Bulletins.Places;

/// <summary>The regions that a bulletin is about, as full names.</summary>
internal sealed class BulletinRegions(PlaceFinder finder)
{
    /// <summary>
    /// What the headline names comes first, in its order; then what the text names, most specific first, without the places that
    /// hold others of them. The dateline says only where it was written, so it counts where nothing else is named.
    /// </summary>
    /// <param name="headline">Kicker, title and subtitle, as printed.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<string?> headline, string? dateline, IReadOnlyList<string> paragraphs, Place? home)
    {
        var inHeadline = headline.OfType<string>().SelectMany(InHeadline).Distinct().ToList();
        // The paragraphs are read as one text, since one names the parent of what another names.
        var inText = finder.Find(string.Join('\n', paragraphs), home).Select(m => m.Place).Distinct().Except(inHeadline).ToList();
        List<Place> all = [.. inHeadline, .. inText.OrderByDescending(p => p.Level)];
        if (all.Count == 0 && dateline is not null)
            all = [.. Places(dateline)];
        return [.. all.Where(p => inHeadline.Contains(p) || !all.Any(other => other != p && p.Holds(other))).Select(p => p.Name)];

        IEnumerable<Place> Places(string text) => finder.Find(text, home).Select(m => m.Place).Distinct();

        // 内蒙古呼和浩特: a place that only introduces the one in it, right behind, is not what the headline is about.
        IEnumerable<Place> InHeadline(string text)
        {
            var mentions = finder.Find(text, home);
            for (var i = 0; i < mentions.Count; i++)
            {
                if (i + 1 == mentions.Count || mentions[i + 1].Start > mentions[i].Start + mentions[i].Length || !mentions[i].Place.Holds(mentions[i + 1].Place))
                    yield return mentions[i].Place;
            }
        }
    }
}
