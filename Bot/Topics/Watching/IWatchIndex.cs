namespace Bot.Topics;

/// <summary>
/// The rules in force: all topics and all watches in one index, so that a bulletin is gone through once for everybody. All may be called
/// at any time from any thread; what was added matches from the next bulletin on.
/// </summary>
internal interface IWatchIndex
{
    /// <summary>Stored watches whose rules are none any more, such as after a change of the language: they match nothing and harm nobody else.</summary>
    IReadOnlyCollection<long> SetAside { get; }

    /// <summary>Instead of all that was there.</summary>
    void Replace(IEnumerable<(long Id, string Rule)> watches);

    void Add(long id, string rule);

    void Remove(long id);

    RulesHeld Match(FoldedFields fields);
}

/// <summary>All rules that hold for a bulletin.</summary>
/// <param name="Topics">In the admins' order, whatever their limits.</param>
/// <param name="Watches">In no order.</param>
internal sealed record RulesHeld(IReadOnlyList<TopicMatch> Topics, IReadOnlyList<WatchHit> Watches);

/// <summary>A watch's rule holds for a bulletin.</summary>
/// <param name="Evidence">As <see cref="TopicMatch.Evidence"/>.</param>
internal sealed record WatchHit(long WatchId, string Rule, IReadOnlyList<string> Evidence);
