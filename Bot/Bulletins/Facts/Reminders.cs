namespace Bot.Bulletins.Facts;

/// <summary>A date that binds and is still to come, with the moment to remind of it.</summary>
internal readonly record struct Reminder(FactKind Kind, DateOnly Date, DateTimeOffset DueAt);

/// <summary>
/// What to remind of, and when: computed from the facts alone, so a revision that moves a date moves its reminder, and a bulletin
/// without facts has none.
/// </summary>
internal static class Reminders
{
    /// <summary>The most days before a date that can be asked for.</summary>
    public const int MostDays = 60;

    /// <summary>When on its day a reminder is due, by the reader's clock.</summary>
    private static readonly TimeOnly _hour = new(9, 0);

    /// <param name="days">How many days before the date.</param>
    /// <returns>In the order they fall due; without those that would have been due by <paramref name="now"/>.</returns>
    public static IReadOnlyList<Reminder> Of(IEnumerable<Fact> facts, int days, TimeZoneInfo zone, DateTimeOffset now)
    {
        var reminders = new HashSet<Reminder>();
        foreach (var fact in facts)
        {
            if (!Binds(fact.Kind) || fact.Date is not { } date || date.DayNumber < days)
                continue;
            var due = DueAt(date, days, zone);
            if (due > now)
                reminders.Add(new Reminder(fact.Kind, date, due));
        }

        return [.. reminders.OrderBy(r => r.DueAt).ThenBy(r => r.Kind)];
    }

    public static DateTimeOffset DueAt(DateOnly date, int days, TimeZoneInfo zone)
    {
        var local = date.AddDays(-days).ToDateTime(_hour);
        // An hour that a clock change leaves out is an hour later.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The kinds of date that bind.</summary>
    public static IReadOnlyList<FactKind> Kinds { get; } = [.. Enum.GetValues<FactKind>().Where(Binds)];

    /// <summary>Whether people have to do or to know something by a date of this kind.</summary>
    public static bool Binds(FactKind kind) =>
        kind is FactKind.InForce or FactKind.CommentsUntil or FactKind.Repealed or FactKind.Hearing or FactKind.Exam;
}
