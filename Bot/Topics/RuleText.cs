namespace Bot.Topics;

/// <summary>What a rule is held against: one bulletin's text and fields, as they were published.</summary>
internal sealed record RuleText
{
    public string Title { get; init; } = "";

    /// <summary>Subtitle and kicker, where a page has them.</summary>
    public string Subtitle { get; init; } = "";

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public string SourceId { get; init; } = "";

    public string SourceName { get; init; } = "";

    public IReadOnlyList<string> Places { get; init; } = [];

    public string Issuer { get; init; } = "";

    public string Author { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Number { get; init; } = "";
}
