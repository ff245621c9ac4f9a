namespace Bot.Subscribers;

/// <summary>
/// When a chat is quiet: its quiet hours, over midnight too, and days off as a whole where it wants that. Hours and days that touch are
/// one quiet, so that what waited comes once, at its end.
/// </summary>
internal static class Hush
{
    private const int MinutesADay = 24 * 60;

    /// <summary>No holiday is longer; the search ends.</summary>
    private const int MostDays = 40;

    /// <returns>The quiet that lasts at the moment, or else the next one; null where the chat has none.</returns>
    public static (DateTimeOffset From, DateTimeOffset Until)? Next(ChatRow chat, DateTimeOffset now, WorkingDays days)
    {
        var hours = chat is { QuietFrom: { } start, QuietTo: { } end } && start != end ? (Start: start, End: end) : ((int Start, int End)?)null;
        if (hours is null && !chat.QuietDaysOff)
        {
            return null;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(chat.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(-MostDays / 2);
        DateTime? from = null;
        DateTime? until = null;
        foreach (var (begins, ends) in Stretches(first, hours, chat.QuietDaysOff, days).OrderBy(s => s.Begins))
        {
            if (until is { } last && begins <= last)
            {
                until = ends > last ? ends : last;
                continue;
            }

            if (from is { } started && until is { } ended && Moment(ended, zone) > now)
            {
                return (Moment(started, zone), Moment(ended, zone));
            }

            (from, until) = (begins, ends);
        }

        return from is { } lastFrom && until is { } lastUntil && Moment(lastUntil, zone) > now ? (Moment(lastFrom, zone), Moment(lastUntil, zone)) : null;
    }

    private static IEnumerable<(DateTime Begins, DateTime Ends)> Stretches(DateOnly first, (int Start, int End)? hours, bool daysOff, WorkingDays days)
    {
        for (var day = first; day < first.AddDays(MostDays); day = day.AddDays(1))
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            if (hours is var (start, end))
            {
                yield return (midnight.AddMinutes(start), midnight.AddMinutes(end > start ? end : end + MinutesADay));
            }

            if (daysOff && !days.IsWorked(day))
            {
                yield return (midnight, midnight.AddDays(1));
            }
        }
    }

    /// <summary>A local time that the clock leaps over is the moment of the leap.</summary>
    internal static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
