namespace Bot.Deliveries;

/// <summary>
/// Turns at an even distance: the limits that count seconds are met by never bunching. After being told off it goes slower than what
/// was let through, stays below that for a while, and only then feels its way up again.
/// </summary>
internal sealed class Pace(double count, TimeSpan per)
{
    /// <summary>Kept below the limit, so that answers that travel unevenly do not look like one message too many in a second.</summary>
    private const double Margin = 0.026;

    private const double Lowest = 0.02;

    /// <summary>A turn may be taken up this late and the next still be in time; timers are no finer.</summary>
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(15);

    /// <summary>How long the rate that was refused is not tried again.</summary>
    private static readonly TimeSpan _remember = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _turns = [];
    private double _share = 1;
    private double _ceiling = 1;
    private DateTimeOffset _refusedAt;
    private DateTimeOffset _raisedAt;
    private DateTimeOffset _next;
    private DateTimeOffset _pausedUntil;
    private int _round;

    private TimeSpan Distance => per / count * (1 + Margin) / _share;

    /// <summary>The part of the limit that is used now; 1 is all of it.</summary>
    public double Share
    {
        get
        {
            lock (_lock)
            {
                return _share;
            }
        }
    }

    /// <summary>The next turn that nobody has. It stands for as long as <see cref="Stands"/> says so: a pause gives all turns out anew.</summary>
    public (DateTimeOffset At, int Round) Reserve(DateTimeOffset now)
    {
        lock (_lock)
        {
            var at = now + Waiting(now);
            Step(at);
            return (at, _round);
        }
    }

    public bool Stands(int round)
    {
        lock (_lock)
        {
            return round == _round;
        }
    }

    public TimeSpan WaitAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            return Waiting(now);
        }
    }

    public void Spend(DateTimeOffset now)
    {
        lock (_lock)
        {
            Step(now);
        }
    }

    public bool IsPaused(DateTimeOffset now)
    {
        lock (_lock)
        {
            return now < _pausedUntil;
        }
    }

    public void Pause(DateTimeOffset until)
    {
        lock (_lock)
        {
            if (until <= _pausedUntil)
            {
                return;
            }

            _pausedUntil = _next = until;
            _round++;
        }
    }

    /// <summary>What was let through in the last stretch is more than is allowed.</summary>
    public void Slow(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (double.IsPositiveInfinity(count))
            {
                return;
            }

            var passed = _turns.Count(turn => turn <= now && now - turn < per);
            _ceiling = _share;
            _refusedAt = _raisedAt = now;
            _share = Math.Max(Lowest, Math.Min(_share * 0.85, passed * 0.95 / count));
        }
    }

    private TimeSpan Waiting(DateTimeOffset now)
    {
        // A pause moves the next turn behind itself; without a limit there are no turns, only pauses.
        var free = double.IsPositiveInfinity(count) ? _pausedUntil : _next;
        return free <= now ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((free - now).TotalMilliseconds)));
    }

    private void Step(DateTimeOffset now)
    {
        if (double.IsPositiveInfinity(count))
        {
            return;
        }

        Raise(now);
        Forget(now);
        _turns.Enqueue(now);
        _next = (_next > now - _late ? _next : now) + Distance;
    }

    private void Raise(DateTimeOffset now)
    {
        if (_share >= 1 || now - _raisedAt < TimeSpan.FromMinutes(1))
        {
            return;
        }

        var most = now - _refusedAt < _remember ? _ceiling * 0.9 : 1;
        _share = Math.Max(_share, Math.Min(most, _share * 1.05));
        _raisedAt = now;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_turns.TryPeek(out var turn) && now - turn >= per)
        {
            _turns.Dequeue();
        }
    }
}
