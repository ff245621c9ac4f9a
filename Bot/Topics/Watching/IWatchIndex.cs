namespace Bot.Topics;

/// <summary>The watches in force. All may be called at any time from any thread; what was added matches from the next bulletin on.</summary>
internal interface IWatchIndex
{
    /// <summary>Instead of all that was there.</summary>
    void Replace(IEnumerable<(long Id, string Rule)> watches);

    /// <param name="rule">One that parses.</param>
    void Add(long id, string rule);

    void Remove(long id);

    IReadOnlyList<WatchHit> Match(RuleText text);
}

/// <summary>A watch's rule holds for a bulletin.</summary>
/// <param name="Evidence">As <see cref="TopicMatch.Evidence"/>.</param>
internal sealed record WatchHit(long WatchId, string Rule, IReadOnlyList<string> Evidence);
