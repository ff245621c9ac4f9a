using Bot.Topics;

namespace Bot.Subscribers;

/// <summary>What became of a wish to watch.</summary>
internal abstract record WatchOutcome
{
    private WatchOutcome()
    {
    }

    /// <param name="Estimate">What it would have caught.</param>
    internal sealed record Added(WatchRow Watch, TrialResult.Tried Estimate) : WatchOutcome;

    /// <summary>The chat has this rule already.</summary>
    internal sealed record Known(WatchRow Watch) : WatchOutcome;

    internal sealed record NoRule(RuleError Error) : WatchOutcome;

    internal sealed record NoTopic(string Id) : WatchOutcome;

    internal sealed record TooMany(int Most) : WatchOutcome;

    internal sealed record TooLong(int Length, int Most) : WatchOutcome;

    /// <summary>It holds for a bulletin in which nothing stands at all, so it would hold for nearly everything.</summary>
    internal sealed record HoldsForNothing : WatchOutcome;

    internal sealed record TooGeneral(TrialResult.Tried Estimate, double MostADay) : WatchOutcome;
}
