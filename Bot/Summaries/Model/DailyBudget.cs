namespace Bot.Summaries.Model;

/// <summary>Counts questions a UTC day.</summary>
internal sealed class DailyBudget(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private int _spent;

    /// <summary>Takes one question from the day's budget; false where it is spent.</summary>
    public bool TryTake(int budget)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (_day != today)
                (_day, _spent) = (today, 0);
            if (_spent >= budget)
                return false;
            _spent++;
            return true;
        }
    }
}
