namespace Bot.Subscribers;

/// <summary>Which days are worked: Monday to Friday, but for statutory holidays and the weekend days that are worked in their stead.</summary>
internal sealed class WorkingDays
{
    private volatile State _state = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());

    public bool IsWorked(DateOnly day)
    {
        var state = _state;
        return state.Worked.Contains(day)
            || (!state.Off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <param name="off">Days without work.</param>
    /// <param name="worked">Days that are worked although they are weekend.</param>
    public void Replace(IEnumerable<DateOnly> off, IEnumerable<DateOnly> worked) => _state = new State(off.ToHashSet(), worked.ToHashSet());

    private sealed record State(IReadOnlySet<DateOnly> Off, IReadOnlySet<DateOnly> Worked);
}
