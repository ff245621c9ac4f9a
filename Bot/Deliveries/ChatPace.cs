namespace Bot.Deliveries;

/// <summary>
/// One chat's limits: a distance between its messages and, for a group, so many in any minute, of which what was saved up may leave at
/// once. A chat that was told off keeps the pause to the second, and goes slower for a while if it is told so again. Used under the pacer's lock.
/// </summary>
internal sealed class ChatPace(ChannelLimits limits, bool isGroup)
{
    /// <summary>A little longer than the channel's own stretches: what travels unevenly is counted unevenly.</summary>
    private const double Margin = 0.026;

    /// <summary>A group that goes on for minutes has more chances to be told off, and loses more by it; its minute leaves room for this.</summary>
    private const double GroupMargin = 0.04;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1) * 1.01;

    /// <summary>Told off again so soon, it is the chat's limit and no chance.</summary>
    private static readonly TimeSpan _soonAgain = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan _recovers = TimeSpan.FromMinutes(10);

    private readonly Queue<TimeSpan> _sent = [];
    private TimeSpan _next = Pace.Never;
    private TimeSpan _pausedUntil = Pace.Never;
    private TimeSpan _slowedAt = Pace.Never;
    private TimeSpan _refusedAt = Pace.Never;
    private double _share = 1;

    private bool CountsMinutes => isGroup && !double.IsPositiveInfinity(limits.PerGroupAndMinute);

    private int PerMinute => Math.Max(1, (int)(limits.PerGroupAndMinute * _share));

    public TimeSpan ReadyAt(TimeSpan now, bool isPressing = true)
    {
        Forget(now);
        var at = _next > _pausedUntil ? _next : _pausedUntil;
        var most = isPressing ? PerMinute : Math.Max(1, PerMinute - limits.KeptForPressing);
        if (CountsMinutes && _sent.Count >= most && _sent.ElementAt(_sent.Count - most) + _minute is var free && free > at)
        {
            at = free;
        }

        return at > now ? at : now;
    }

    public void Spend(TimeSpan now)
    {
        Forget(now);
        if (!double.IsPositiveInfinity(limits.PerChat))
        {
            _next = now + TimeSpan.FromSeconds(1 / limits.PerChat * (1 + (CountsMinutes ? GroupMargin : Margin)) / _share);
        }

        if (CountsMinutes)
        {
            _sent.Enqueue(now);
        }
    }

    public void Pause(TimeSpan until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;

    /// <param name="wait">How long the chat is to rest now.</param>
    public void Slow(TimeSpan now, TimeSpan wait)
    {
        var before = _refusedAt;
        _refusedAt = now + wait;
        if (now - before > _soonAgain)
        {
            return;
        }

        _share = Math.Max(0.1, _share * 0.8);
        _slowedAt = now;
    }

    public bool IsIdle(TimeSpan now) => ReadyAt(now) <= now && _sent.Count == 0 && _share >= 1;

    private void Forget(TimeSpan now)
    {
        while (_sent.TryPeek(out var gone) && now - gone >= _minute)
        {
            _sent.Dequeue();
        }

        if (_share < 1 && now - _slowedAt >= _recovers)
        {
            _share = Math.Min(1, _share * 1.25);
            _slowedAt = now;
        }
    }
}
