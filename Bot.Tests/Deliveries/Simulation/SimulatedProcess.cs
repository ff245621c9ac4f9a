namespace Bot.Tests.Deliveries.Simulation;

/// <summary>
/// A process: its continuations and timers run while it lives. Killed between any two of them, it does nothing more and says nothing to anyone.
/// </summary>
internal sealed class SimulatedProcess(SimulatedTime time, DateTimeOffset epoch) : SynchronizationContext
{
    public bool IsDead { get; private set; }

    public TimeProvider Clock => new ProcessClock(this);

    public void Kill() => IsDead = true;

    public void Do(Action work)
    {
        if (IsDead)
        {
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsDead)
        {
            time.Ready(this, d, state);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing waits on its own thread.");

    private sealed class ProcessClock(SimulatedProcess process) : TimeProvider
    {
        private SimulatedTime Time => process.SimulatedTime;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => process.Epoch + TimeSpan.FromTicks(Time.Now) + Time.WallOffset;

        public override long GetTimestamp() => Time.Look();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(process, () => callback(state));
            timer.Change(dueTime, period);
            return timer;
        }
    }

    private SimulatedTime SimulatedTime => time;

    private DateTimeOffset Epoch => epoch;

    private sealed class Timer(SimulatedProcess process, Action callback) : ITimer
    {
        private int _round;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var round = ++_round;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                process.SimulatedTime.Plan(dueTime, () => Fire(round, period));
            }

            return true;
        }

        public void Dispose() => _round++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int round, TimeSpan period)
        {
            if (round != _round || process.IsDead)
            {
                return;
            }

            if (period > TimeSpan.Zero)
            {
                process.SimulatedTime.Plan(period, () => Fire(round, period));
            }

            process.Do(callback);
        }
    }
}
