namespace Bot.Summaries.Model;

/// <summary>A model that didn't answer several times in a row is left alone for a while, so that an outage delays a few alerts and not all.</summary>
internal sealed class ModelRest(TimeProvider time)
{
    private const int Failures = 3;

    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private int _inARow;
    private DateTimeOffset _until;

    public bool Lasts
    {
        get
        {
            lock (_lock)
                return time.GetUtcNow() < _until;
        }
    }

    public void Answered()
    {
        lock (_lock)
            _inARow = 0;
    }

    /// <summary>The first question after a rest tells whether it rests on.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            if (++_inARow >= Failures)
                _until = time.GetUtcNow() + _rest;
        }
    }
}
