namespace Bot.Subscribers;

/// <summary>When a chat's digests are due, on its own clock.</summary>
internal static class DigestTimes
{
    /// <summary>08:00.</summary>
    public const int DefaultMinute = 8 * 60;

    public const DayOfWeek DefaultDay = DayOfWeek.Monday;

    public static int Minute(this ChatRow chat) => chat.DigestMinute ?? DefaultMinute;

    public static DayOfWeek Day(this ChatRow chat) => chat.DigestDay ?? DefaultDay;

    /// <param name="day">Null for a daily digest.</param>
    /// <returns>The newest moment at which the digest was due, the present included.</returns>
    public static DateTimeOffset LastDue(string timeZone, int? minute, DayOfWeek? day, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var date = today; ; date = date.AddDays(-1))
        {
            if (day is { } wanted && date.DayOfWeek != wanted)
            {
                continue;
            }

            var due = Hush.Moment(date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute ?? DefaultMinute), zone);
            if (due <= now)
            {
                return due;
            }
        }
    }
}
