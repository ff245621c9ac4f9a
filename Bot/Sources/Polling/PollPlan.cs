namespace Bot.Sources.Polling;

/// <summary>When a source is due next. Pure: the chance for jitter is handed in.</summary>
internal static class PollPlan
{
    /// <summary>A source is looked at four times in the time in which it usually publishes once.</summary>
    private const int LooksPerPublication = 4;

    private static readonly TimeSpan _longestBackOff = TimeSpan.FromDays(1);

    /// <summary>After a look that went well.</summary>
    /// <param name="notBefore">What the server asked for; an interval of the source's own settings comes before it.</param>
    /// <param name="chance">0 to 1; spreads sources that would fall due together.</param>
    public static DateTimeOffset AfterSuccess(SourceDefinition source, SourcesOptions options, TimeSpan? rhythm, PollHints hints, DateTimeOffset? notBefore, DateTimeOffset now, double chance)
    {
        if (source.Every is { } every)
        {
            return now + every;
        }

        var interval = Clamp((rhythm ?? options.LongestInterval / 4) / LooksPerPublication, options);
        if (hints.Within is { } soon && soon < interval)
        {
            interval = Clamp(soon, options);
        }

        if (hints.TimeToLive is { } valid && valid > interval)
        {
            interval = Clamp(valid, options);
        }

        var due = now + Jittered(interval, chance);
        var latest = now + options.LongestInterval;
        due = notBefore > due ? (notBefore.Value < latest ? notBefore.Value : latest) : due;
        return Awake(due, hints);
    }

    /// <summary>After a look that failed: longer with every failure in a row, and never sooner than the server asks.</summary>
    /// <param name="failures">In a row, this one included.</param>
    public static DateTimeOffset AfterFailure(SourceDefinition source, SourcesOptions options, int failures, TimeSpan? retryAfter, DateTimeOffset now, double chance)
    {
        var first = source.Every ?? options.ShortestInterval;
        var wait = first * Math.Pow(2, Math.Min(Math.Max(failures, 1) - 1, 16));
        var longest = first > _longestBackOff ? first : _longestBackOff;
        wait = Jittered(wait > longest ? longest : wait, chance);
        return now + (retryAfter > wait ? retryAfter.Value : wait);
    }

    /// <summary>Later, where the feed asks to be left alone in that hour or on that day (both in UTC).</summary>
    private static DateTimeOffset Awake(DateTimeOffset due, PollHints hints)
    {
        for (var hour = 0; hour < 24 * 8; hour++)
        {
            var utc = due.ToUniversalTime();
            if (!hints.SkipHours.Contains(utc.Hour) && !hints.SkipDays.Contains(utc.DayOfWeek))
            {
                return due;
            }

            due = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
        }

        return due;
    }

    private static TimeSpan Clamp(TimeSpan interval, SourcesOptions options) =>
        interval < options.ShortestInterval ? options.ShortestInterval : interval > options.LongestInterval ? options.LongestInterval : interval;

    /// <summary>A tenth more or less.</summary>
    private static TimeSpan Jittered(TimeSpan interval, double chance) => interval * (0.9 + (0.2 * chance));
}
