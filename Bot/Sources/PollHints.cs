namespace Bot.Sources;

/// <summary>When a feed asks to be left alone.</summary>
/// <param name="TimeToLive">How long what it says stays valid; null where it says nothing.</param>
/// <param name="SkipHours">Hours of the day in UTC, 0 to 23.</param>
internal sealed record PollHints(TimeSpan? TimeToLive, IReadOnlyList<int> SkipHours, IReadOnlyList<DayOfWeek> SkipDays)
{
    /// <summary>Something is expected within this time, whatever the rhythm; null where nothing is.</summary>
    public TimeSpan? Within { get; init; }

    public static PollHints None { get; } = new(null, [], []);
}
