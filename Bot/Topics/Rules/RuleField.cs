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
}
