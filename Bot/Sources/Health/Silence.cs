namespace Bot.Sources.Health;

/// <summary>Expected rhythm against silence: a source that published on nearly all of its days for weeks and then misses several.</summary>
internal static class Silence
{
    /// <summary>In days.</summary>
    private const int LookedBack = 42;

    /// <summary>Weeks before a habit is one.</summary>
    private const int LeastWeeks = 2;

    private const int TooMany = 3;

    /// <summary>Null where nothing is missed.</summary>
    public static SourceHealth.Silent? Of(IEnumerable<DateTimeOffset> published, TimeZoneInfo zone, DateTimeOffset now)
    {
        var moments = published.Where(m => m <= now).ToArray();
        if (moments.Length == 0)
        {
            return null;
        }

        var last = moments.Max();
        var lastDay = Day(last, zone);
        var days = moments.Select(m => Day(m, zone)).Where(d => lastDay.DayNumber - d.DayNumber < LookedBack).ToHashSet();
        var weeks = (lastDay.DayNumber - days.Min().DayNumber + 1) / 7;
        if (weeks < LeastWeeks)
        {
            return null;
        }

        // A day of the week is one of its own where it published on three quarters of them.
        var own = Enum.GetValues<DayOfWeek>().Where(d => days.Count(x => x.DayOfWeek == d) * 4 >= weeks * 3).ToHashSet();
        if (own.Count < 5)
        {
            return null;
        }

        var today = Day(now, zone);
        var missed = Enumerable.Range(lastDay.DayNumber + 1, Math.Max(0, today.DayNumber - lastDay.DayNumber - 1)).Count(n => own.Contains(DateOnly.FromDayNumber(n).DayOfWeek));
        return missed >= TooMany ? new(own.Count == 7, missed, last) : null;
    }

    private static DateOnly Day(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
