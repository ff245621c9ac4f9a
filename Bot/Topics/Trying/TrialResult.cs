namespace Bot.Topics;

/// <param name="Rule">As it was typed.</param>
/// <param name="Since">How far back.</param>
/// <param name="Against">A topic whose rule it is compared with; null for none.</param>
internal sealed record TrialRequest(string Rule, TimeSpan Since, Topic? Against = null)
{
    /// <summary>How many bulletins are shown of each kind.</summary>
    public int Samples { get; init; } = 5;
}

/// <param name="Done">How many bulletins were held against the rule.</param>
internal readonly record struct TrialProgress(int Done, int Total);

/// <summary>What a rule would have caught.</summary>
internal abstract record TrialResult
{
    private TrialResult()
    {
    }

    /// <summary>The text is no rule.</summary>
    internal sealed record NoRule(RuleError Error) : TrialResult;

    /// <summary>The rule refers to a topic that is not there.</summary>
    internal sealed record NoTopic(string Id) : TrialResult;

    internal sealed record Tried : TrialResult
    {
        /// <summary>How many bulletins there are in the time.</summary>
        public required int Bulletins { get; init; }

        /// <summary>How many of them the rule holds for.</summary>
        public required int Caught { get; init; }

        /// <summary>The days that the archive covers of the time that was asked for, at least 1.</summary>
        public required double Days { get; init; }

        public double ADay => Caught / Days;

        /// <summary>In the order of days; days without any are left out.</summary>
        public required IReadOnlyList<(DateOnly Day, int Caught)> PerDay { get; init; }

        /// <summary>The newest.</summary>
        public required IReadOnlyList<TrialFind> Newest { get; init; }

        /// <summary>Against another rule; null when none was given.</summary>
        public TrialDifference? Difference { get; init; }
    }
}

/// <param name="Added">What the tried rule catches and the other does not.</param>
/// <param name="Dropped">What the other catches and the tried one does not.</param>
internal sealed record TrialDifference(int Added, int Dropped, int Both, IReadOnlyList<TrialFind> NewestAdded, IReadOnlyList<TrialFind> NewestDropped);

/// <param name="Explanation">Why the tried rule holds, or, of one that it drops, by what it fails.</param>
internal sealed record TrialFind(long BulletinId, string? Title, DateTimeOffset At, Explanation Explanation);
