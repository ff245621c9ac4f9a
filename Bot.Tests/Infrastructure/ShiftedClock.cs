namespace Bot.Tests.Infrastructure;

/// <summary>The system's clock, some days ahead; what waits still waits in real time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref _ticks, (moment - System.GetUtcNow()).Ticks);
}
