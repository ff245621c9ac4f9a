namespace Bot.Deliveries;

/// <summary>
/// A channel's turns at an even distance: the limits that count seconds are met by never bunching. After being told off it goes as fast as
/// what was let through, stays below what was refused for a while, and only then feels its way up again. Moments are the monotonic
/// clock's, so that a wall clock that jumps changes nothing. Used under the pacer's lock.
/// </summary>
internal sealed class Pace(double count, TimeSpan per)
{
    /// <summary>
    /// Kept below the limit, so that messages that travel unevenly do not look like one too many in a second. It is the part of the second by
    /// which they may bunch; what leaves in many hundreds at once does so more.
    /// </summary>
    private readonly double _margin = count > ManyPerSecond ? 0.07 : 0.036;

    private const double ManyPerSecond = 200;

    private const double Lowest = 0.02;

    /// <summary>Long before anything that is asked about.</summary>
    public static readonly TimeSpan Never = TimeSpan.FromDays(-100_000);

    /// <summary>A turn may be taken up this late and the next still be in time; timers are no finer.</summary>
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(15);

    /// <summary>How long the rate that was refused is not tried again.</summary>
    private static readonly TimeSpan _remember = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _raiseEvery = TimeSpan.FromMinutes(1);

    /// <summary>No less than this part of the rate is left by one lesson: a burst that came together on its way looks like a limit that is not there.</summary>
    private const double MostDrop = 0.3;

    /// <summary>What is left of the rate when it was nearly all let through: then an uneven way is the likelier cause than a lower limit.</summary>
    private const double SmallDrop = 0.97;

    private const double LargeDrop = 0.85;

    private const double NearlyAll = 0.9;

    /// <summary>Told off again so soon, it is a limit and no chance.</summary>
    private static readonly TimeSpan _soonAgain = TimeSpan.FromMinutes(1);

    /// <summary>One that leaves later than this bunches with those behind it; within the margin it does no harm.</summary>
    private static readonly TimeSpan _tooLate = TimeSpan.FromMilliseconds(20);

    private readonly Queue<TimeSpan> _left = [];
    private TimeSpan _next = Never;
    private TimeSpan _pausedUntil = Never;
    private TimeSpan _refusedAt = Never;
    private TimeSpan _raisedAt = Never;

    private TimeSpan Distance => IsFree ? TimeSpan.Zero : per / count * (1 + _margin) / Share;

    private bool IsFree => double.IsPositiveInfinity(count);

    /// <summary>The part of the limit that is used now; 1 is all of it.</summary>
    public double Share { get; private set; } = 1;

    /// <summary>The share that was refused last.</summary>
    public double Ceiling { get; private set; } = 1;

    public TimeSpan RefusedAt => _refusedAt;

    public TimeSpan PausedUntil => _pausedUntil;

    /// <summary>Grows with each pause: a turn of an older round does not stand any more.</summary>
    public int Round { get; private set; }

    public TimeSpan NextAt(TimeSpan now) => Latest(now, IsFree ? _pausedUntil : _next);

    /// <summary>The next turn that nobody has.</summary>
    public TimeSpan Reserve(TimeSpan now)
    {
        var at = NextAt(now);
        Spend(at);
        return at;
    }

    public void Spend(TimeSpan at)
    {
        if (IsFree)
        {
            return;
        }

        Raise(at);
        _next = (_next > at - _late ? _next : at) + Distance;
    }

    public bool IsPaused(TimeSpan now) => now < _pausedUntil;

    public void Pause(TimeSpan until)
    {
        if (until > _pausedUntil)
        {
            _pausedUntil = _next = until;
            Round++;
        }
    }

    /// <summary>Whether a turn was missed and has to be taken anew: what was held up would leave in a bunch that is more than the limit.</summary>
    public bool IsMissed(TimeSpan turn, TimeSpan now) =>
        !IsFree && now - turn > _tooLate && _left.Count(at => now - at < per * (1 + _margin)) >= Math.Max(1, Math.Floor(count * Share));

    /// <summary>A message left then.</summary>
    public void Left(TimeSpan at)
    {
        if (IsFree)
        {
            return;
        }

        _left.Enqueue(at);
        while (_left.TryPeek(out var gone) && at - gone > per * 10)
        {
            _left.Dequeue();
        }
    }

    /// <summary>What left in the stretch before the one that was refused is as much as is allowed.</summary>
    public void Slow(TimeSpan refusedSentAt, TimeSpan now)
    {
        if (IsFree)
        {
            return;
        }

        var passed = _left.Count(at => at < refusedSentAt && refusedSentAt - at < per);
        var isChance = passed >= count * Share * NearlyAll && now - _refusedAt > _soonAgain;
        Ceiling = Share;
        _refusedAt = _raisedAt = now;
        Share = isChance ? Share * SmallDrop : Math.Max(Lowest, Math.Min(Share * LargeDrop, Math.Max(Share * MostDrop, passed * 0.98 / count)));
    }

    /// <summary>What was learned before a restart.</summary>
    public void Recall(double share, double ceiling, TimeSpan refusedAt, TimeSpan pausedUntil, TimeSpan now)
    {
        Share = Math.Clamp(share, Lowest, 1);
        Ceiling = Math.Clamp(ceiling, Lowest, 1);
        _refusedAt = refusedAt;
        _raisedAt = now;
        if (pausedUntil > now)
        {
            Pause(pausedUntil);
        }
    }

    private void Raise(TimeSpan now)
    {
        if (Share >= 1 || now - _raisedAt < _raiseEvery)
        {
            return;
        }

        var most = now - _refusedAt < _remember ? Ceiling * 0.9 : 1;
        Share = Math.Max(Share, Math.Min(most, Share * 1.05));
        _raisedAt = now;
    }

    private static TimeSpan Latest(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
