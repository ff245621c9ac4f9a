namespace Bot.Tests.Infrastructure;

/// <summary>The real clock, set to another time. It can be set on; timers run as they do.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _offset;

    public ShiftedClock()
    {
    }

    public ShiftedClock(DateTimeOffset start) => Set(start);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    public void Set(DateTimeOffset moment) => Interlocked.Exchange(ref _offset, (moment - System.GetUtcNow()).Ticks);
}
