namespace Bot.Bulletins.Stories;

/// <summary>
/// Where two texts that are otherwise alike have different words in the same place. A by-line or a new paragraph is put in; a name
/// is put in the place of another name, and that is what sets two events of one kind apart.
/// </summary>
internal static class Substitutions
{
    private const int Anchor = StoryText.PieceLength;

    private const int LongestName = 12;

    private static readonly string[] _afterPlace =
        ["省", "市", "县", "区", "盟", "旗", "州", "镇", "乡", "村", "法院", "检察院", "高院", "中院", "公安", "警方", "海关", "监狱", "仲裁", "公证", "铁路", "司法", "税务", "普法", "信访", "法律援助", "律师协会", "大学"];

    /// <summary>Whether a place's or somebody's name was put in the place of another.</summary>
    public static bool ReplacesName(string shorter, string longer)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (from, to, next) in Find(shorter, longer))
        {
            if (HasDigit(from) || HasDigit(to))
                continue;
            if (StartsPlace(shorter.AsSpan(next)) || !seen.Add((from, to)))
                return true;
        }

        return false;
    }

    /// <summary>The words of the shorter text, the words of the longer in their place, and where the shorter goes on.</summary>
    private static IEnumerable<(string From, string To, int Next)> Find(string shorter, string longer)
    {
        var places = Places(longer);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        var (lastEnd, lastEndInLonger) = (0, 0);
        for (var i = 0; i + Anchor <= shorter.Length; i++)
        {
            if (!lookup.TryGetValue(shorter.AsSpan(i, Anchor), out var at) || at < 0)
                continue;
            var (end, endInLonger) = (i, at);
            while (end > lastEnd && endInLonger > lastEndInLonger && shorter[end - 1] == longer[endInLonger - 1])
                (end, endInLonger) = (end - 1, endInLonger - 1);
            if (end > lastEnd && endInLonger - lastEndInLonger is > 0 and <= LongestName && end - lastEnd <= LongestName)
                yield return (shorter[lastEnd..end], longer[lastEndInLonger..endInLonger], end);
            (lastEnd, lastEndInLonger) = (i + Anchor, at + Anchor);
            // The anchors overlap while the texts agree.
            while (lastEnd < shorter.Length && lastEndInLonger < longer.Length && shorter[lastEnd] == longer[lastEndInLonger])
                (lastEnd, lastEndInLonger) = (lastEnd + 1, lastEndInLonger + 1);
            i = Math.Max(i, lastEnd - 1);
        }
    }

    /// <summary>Where each piece stands; -1 where it stands more than once.</summary>
    private static Dictionary<string, int> Places(string text)
    {
        var places = new Dictionary<string, int>(text.Length, StringComparer.Ordinal);
        for (var i = 0; i + Anchor <= text.Length; i++)
        {
            var piece = text.Substring(i, Anchor);
            places[piece] = places.ContainsKey(piece) ? -1 : i;
        }

        return places;
    }

    private static bool StartsPlace(ReadOnlySpan<char> text)
    {
        foreach (var word in _afterPlace)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');
}
