namespace Bot.Sources.Pages.EPaper;

/// <summary>Which days' editions are to be fetched, oldest first: today's, and those missed while nothing was fetched.</summary>
internal static class EditionPlan
{
    /// <param name="last">The newest day whose edition was read to its end, or that was seen to have none; null before the first.</param>
    /// <param name="today">In the source's time zone.</param>
    /// <param name="mostDays">Including today.</param>
    /// <returns>Today is always among them, and so is the last day that was read, since pages are added during a day and behind its end.</returns>
    public static IReadOnlyList<DateOnly> Days(DateOnly? last, DateOnly today, int mostDays)
    {
        var first = last is null || last >= today ? today : last.Value;
        var earliest = today.AddDays(1 - mostDays);
        if (first < earliest)
            first = earliest;
        return [.. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <summary>Days that were missed too long ago to be fetched; an admin is told.</summary>
    public static int GivenUp(DateOnly? last, DateOnly today, int mostDays) =>
        last is null ? 0 : Math.Max(0, today.DayNumber - last.Value.DayNumber - mostDays);
}
