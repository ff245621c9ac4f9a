namespace Bot.Bulletins.Facts;

/// <summary>Several organs in a row: "甲省教育厅、民政厅和甲市司法局". Later ones may leave the place out that the first one names.</summary>
internal static class OrganList
{
    /// <summary>The organs that the stretch lists; empty where any part of it is something else.</summary>
    public static List<OrganHit> Parse(string s, int start, int end)
    {
        var organs = new List<OrganHit>();
        while (start < end && s[start] is ' ' or '　')
            start++;
        while (end > start && s[end - 1] is ' ' or '　')
            end--;
        var at = start;
        while (at < end)
        {
            var next = 0;
            // The shortest stretch up to a separator that is a name: 人力资源和社会保障局 has one of the separators inside, and no name before it.
            for (var stop = at + 2; stop <= end; stop++)
            {
                var separator = stop == end ? 0 : SeparatorAt(s, stop, end);
                if (stop != end && separator == 0)
                    continue;
                if (Named(s, at, stop, organs) is not { } name)
                    continue;
                organs.Add(new OrganHit(name, at, stop - at));
                next = stop + separator;
                break;
            }

            if (next == 0)
                return [];
            at = next;
        }

        return organs;
    }

    private static string? Named(string s, int start, int stop, List<OrganHit> organs)
    {
        var text = s.AsSpan(start, stop - start);
        if (text.ContainsAny('、', ' '))
            return null;
        // 团市委 is 共青团青禾市委 beside 青禾市司法局.
        if (organs.Count > 0 && text.Length == 3 && text[0] == '团' && text[2] == '委')
            return $"共青团{IssuedBy.Placed(text[1..], organs[0].Name) ?? text[1..].ToString()}";
        if (organs.Count > 0 && IssuedBy.Placed(text, organs[0].Name) is { } placed && Organs.NameOf(placed) is { } whole)
            return whole;
        if (organs.Count > 0 && Organs.RegionLength(text) == 0 && Organs.RegionLength(organs[0].Name) is var region and > 0)
            return Organs.NameOf(text) ?? (IssuedBy.IsBare(organs[0].Name) && text.EndsWith("分局", StringComparison.Ordinal) ? null : Organs.NameOf(string.Concat(organs[0].Name.AsSpan(0, region), text)));
        return Organs.NameOf(text);
    }

    private static int SeparatorAt(string s, int at, int end)
    {
        foreach (var separator in (ReadOnlySpan<string>)["、", "会同", "联合", "和", "与", "及", "  ", " ", "　"])
        {
            if (at + separator.Length <= end && string.CompareOrdinal(s, at, separator, 0, separator.Length) == 0)
                return separator.Length;
        }

        return 0;
    }
}
