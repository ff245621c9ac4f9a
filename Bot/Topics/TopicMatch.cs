namespace Bot.Topics;

/// <summary>A topic's rule holds for a bulletin.</summary>
/// <param name="Evidence">The words of the text that the rule held by, as the text spells them, without repeats, in the order they stand.</param>
internal sealed record TopicMatch(Topic Topic, IReadOnlyList<string> Evidence)
{
    /// <summary>Which parts of the rule held; empty where nobody asked.</summary>
    public IReadOnlyList<MatchPart> Why { get; init; } = [];
}
