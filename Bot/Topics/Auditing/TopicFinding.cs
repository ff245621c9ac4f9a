using Bot.Texts;

namespace Bot.Topics;

/// <summary>Something about a topic that an admin should look at.</summary>
/// <param name="Kind">What it is; also the key of its sentence in AuditingWords.</param>
internal sealed record TopicFinding(Topic Topic, TopicFindingKind Kind, IReadOnlyList<object?> Values)
{
    private static readonly Words _words = new("Bot.Topics.Auditing.AuditingWords");

    public string Message(Language language) => _words.Get(language, Kind.ToString(), [.. Values]);
}

internal enum TopicFindingKind
{
    /// <summary>No text can make the rule hold.</summary>
    CannotFire,

    /// <summary>The rule or the limits name a source that is not there.</summary>
    SourceGone,

    /// <summary>The rule refers to a topic that is not there.</summary>
    TopicGone,

    TooBroad,

    SameAsAnother,

    Silent,
}
