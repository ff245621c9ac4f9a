using Bot.Texts;

namespace Bot.Topics;

/// <summary>A named filter that admins keep.</summary>
internal sealed record Topic
{
    /// <summary>Short and stable; lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>In the rule language.</summary>
    public required string Rule { get; init; }

    public TopicPriority Priority { get; init; } = TopicPriority.Normal;

    public string NameIn(Language language) => language == Language.En ? NameEn : NameZh;
}
