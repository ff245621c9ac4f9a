namespace Bot.Deliveries;

/// <summary>At most so many in any stretch of time, as limits by the minute are counted: what is saved up may leave at once.</summary>
internal sealed class Window(double count, TimeSpan per)
{
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _sent = [];

    /// <summary>A little longer than the channel's own stretch: what arrives late is counted later.</summary>
    private readonly TimeSpan _stretch = per * 1.01;

    public TimeSpan WaitAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_sent.TryPeek(out var gone) && now - gone >= _stretch)
            {
                _sent.Dequeue();
            }

            return _sent.Count < count ? TimeSpan.Zero : _sent.ElementAt(_sent.Count - (int)count) + _stretch - now;
        }
    }

    public void Spend(DateTimeOffset now)
    {
        if (double.IsPositiveInfinity(count))
        {
            return;
        }

        lock (_lock)
        {
            _sent.Enqueue(now);
        }
    }
}
