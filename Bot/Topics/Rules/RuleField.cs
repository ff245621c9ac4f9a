namespace Bot.Topics;

/// <summary>A field of a bulletin that a rule may name, such as <c>title:法院</c>.</summary>
internal enum RuleField
{
    Title,
    Body,
    Source,
    Place,
    Issuer,
    Author,
    Tag,
    Number,
}

internal static class RuleFields
{
    /// <summary>As they are written, in lower case.</summary>
    public static IReadOnlyDictionary<string, RuleField> Names { get; } =
        Enum.GetValues<RuleField>().ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    /// <summary>For people, as they are written.</summary>
    public static string List { get; } = string.Join(", ", Names.Keys.Append("topic").Select(n => $"{n}:"));

    /// <summary>Chinese words for fields, which rules write in English.</summary>
    private static readonly Dictionary<string, string> _chinese = new()
    {
        ["标题"] = "title",
        ["题目"] = "title",
        ["正文"] = "body",
        ["内容"] = "body",
        ["来源"] = "source",
        ["地区"] = "place",
        ["地点"] = "place",
        ["机关"] = "issuer",
        ["发文机关"] = "issuer",
        ["单位"] = "issuer",
        ["作者"] = "author",
        ["记者"] = "author",
        ["标签"] = "tag",
        ["文号"] = "number",
        ["专题"] = "topic",
        ["主题"] = "topic",
    };

    /// <summary>The field that a misspelt or Chinese name may have meant, with its colon; null where none is near.</summary>
    public static string? Meant(string name)
    {
        if (_chinese.TryGetValue(Bot.Texts.FoldedText.Of(name).Text, out var english))
        {
            return $"{english}:";
        }

        var (nearest, distance) = Names.Keys.Append("topic").Select(n => (n, Distance(n, name.ToLowerInvariant()))).MinBy(n => n.Item2);
        return distance <= 2 && distance < nearest.Length - 1 ? $"{nearest}:" : null;
    }

    /// <summary>How many letters to add, drop or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, c) in a.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (c == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
