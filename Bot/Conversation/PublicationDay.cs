namespace Bot.Conversation;

/// <summary>Printed pages and many lists give a day and no hour, which is stored as that day's midnight where they are published.</summary>
internal static class PublicationDay
{
    /// <summary>Where most sources are.</summary>
    private static readonly TimeSpan _home = TimeSpan.FromHours(8);

    /// <returns>The day as it was published, for readers anywhere; null where an hour was given.</returns>
    public static DateTimeOffset? Of(DateTimeOffset published, TimeZoneInfo reader)
    {
        var here = TimeZoneInfo.ConvertTime(published, reader);
        return here.TimeOfDay == TimeSpan.Zero ? here : published.ToOffset(_home) is { TimeOfDay.Ticks: 0 } there ? there : null;
    }
}
