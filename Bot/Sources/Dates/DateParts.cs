namespace Bot.Sources.Dates;

/// <summary>What a written date says; turned into a moment when all of it is read.</summary>
internal struct DateParts
{
    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;
    public long Ticks;

    /// <summary>Its name may be a weekday's.</summary>
    public bool IsMonthDoubtful;

    /// <summary>Such as June, so nobody can have meant another number by it: the 31st of June runs over into July.</summary>
    public bool NamesMonth;

    public bool HasTime;
    public bool IsAfternoon;
    public bool IsMorning;
    public TimeSpan? Offset;

    /// <summary>Null where there is no such day or time.</summary>
    /// <param name="zone">Where the date is at home if it names no offset.</param>
    public readonly DateTimeOffset? Moment(TimeZoneInfo zone)
    {
        var hour = IsAfternoon && Hour < 12 ? Hour + 12 : IsMorning && Hour == 12 ? 0 : Hour;
        if (Year is < 1000 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > (NamesMonth ? 31 : DateTime.DaysInMonth(Year, Month)) || hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 61)
        {
            return null;
        }

        // 24:00 is the next day's start, and the 31st of June the 1st of July; a leap second counts as the one before it.
        var time = new DateTime(Year, Month, 1, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(Day - 1).AddHours(hour).AddMinutes(Minute).AddSeconds(Math.Min(Second, 59)).AddTicks(Ticks);
        if (Offset is not { } offset)
        {
            return new DateTimeOffset(time, zone.GetUtcOffset(time));
        }

        return Math.Abs(offset.TotalHours) <= 14 ? new DateTimeOffset(time, offset) : null;
    }
}
