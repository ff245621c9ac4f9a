namespace Bot.Tests.Deliveries.Simulation;

/// <summary>
/// One thread on which everything happens, in an order that follows from the seed alone: what is ready runs first come first served, and only
/// when nothing is ready does time go on, to the next thing that was planned.
/// </summary>
internal sealed class SimulatedTime
{
    private readonly PriorityQueue<Action, (long, long)> _planned = new();
    private readonly Queue<(SimulatedProcess Process, SendOrPostCallback Work, object? State)> _ready = [];
    private long _sequence;

    /// <summary>In ticks since the beginning; only ever grows.</summary>
    public long Now { get; private set; }

    /// <summary>How far the wall clock is off.</summary>
    public TimeSpan WallOffset { get; set; }

    public long Steps { get; private set; }

    /// <summary>Two looks at a clock never show the same moment.</summary>
    public long Look() => ++Now;

    public void Plan(TimeSpan after, Action what) => _planned.Enqueue(what, (Now + Math.Max(0, after.Ticks), _sequence++));

    public void Ready(SimulatedProcess process, SendOrPostCallback work, object? state) => _ready.Enqueue((process, work, state));

    /// <returns>False when nothing is left to happen.</returns>
    public bool Step()
    {
        Steps++;
        if (_ready.TryDequeue(out var next))
        {
            next.Process.Do(() => next.Work(next.State));
            return true;
        }

        if (!_planned.TryDequeue(out var what, out var when))
        {
            return false;
        }

        Now = Math.Max(Now, when.Item1);
        what();
        return true;
    }
}
