namespace Bot.Tests.Sources.Pages;

/// <summary>A clock by which every time that is given is over at once, or those that are picked by their number, from 1.</summary>
internal sealed class SpentTime(Predicate<int>? over = null) : TimeProvider
{
    private int _timers;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (over is null || over(++_timers))
            callback(state);
        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
