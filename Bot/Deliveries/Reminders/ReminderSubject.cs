using System.Globalization;
using Bot.Bulletins.Facts;

namespace Bot.Deliveries;

/// <summary>What a reminder reminds of, as its delivery keeps it: the kind's number, the date and how many days before, <c>8/2024-07-01/3</c>.</summary>
internal readonly record struct ReminderSubject(FactKind Kind, DateOnly Date, int Days)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}/{Date:yyyy-MM-dd}/{Days}");

    /// <returns>Null for what is no subject of a reminder.</returns>
    public static ReminderSubject? Parse(string subject) =>
        subject.Split('/') is [var kind, var date, var days]
        && int.TryParse(kind, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? new ReminderSubject((FactKind)number, day, before)
            : null;

    public bool StandsIn(IEnumerable<Fact> facts)
    {
        var (kind, date) = (Kind, Date);
        return facts.Any(f => f.Kind == kind && f.Date == date);
    }
}
