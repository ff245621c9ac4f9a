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

    public TopicAudience Audience { get; init; } = TopicAudience.Everyone;

    /// <summary>For an audience of named chats: each as <c>channel:address</c>.</summary>
    public IReadOnlyList<string> Chats { get; init; } = [];

    /// <summary>The topic that this one is a part of, by its id; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The sources that it is limited to, by id; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The places that it is limited to, by name; empty for all.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public string NameIn(Language language) => language == Language.En ? NameEn : NameZh;

    /// <summary>Whether its limits let a bulletin in, whatever its rule says.</summary>
    public bool Admits(RuleText text) =>
        (Sources.Count == 0 || Sources.Contains(text.SourceId, StringComparer.Ordinal))
        && (Places.Count == 0 || text.Places.Any(p => Places.Any(wanted => p.Contains(wanted, StringComparison.Ordinal))));
}

/// <summary>Who may follow a topic. Everyone sees only topics that are open to them.</summary>
internal enum TopicAudience
{
    Everyone,

    /// <summary>Chats that an admin's invitation brought.</summary>
    Members,

    /// <summary>Chats that the topic names.</summary>
    Chats,
}
