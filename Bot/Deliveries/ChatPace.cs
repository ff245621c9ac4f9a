namespace Bot.Deliveries;

/// <summary>
/// One chat's limits: a distance between its messages and, for a group, so many in any minute, of which what was saved up may leave at
/// once. A chat that was told off keeps the pause to the second, and goes slower for a while if it is told so again. Used under the pacer's lock.
/// </summary>
internal sealed class ChatPace(ChannelLimits limits, bool isGroup)
{
    /// <summary>A little longer than the channel's own stretches: what travels unevenly is counted unevenly.</summary>
    private const double Margin = 0.026;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1) * 1.01;

    /// <summary>Told off again so soon, it is the chat's limit and no chance.</summary>
    private static readonly TimeSpan _soonAgain = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan _recovers = TimeSpan.FromMinutes(10);

    /// <summary>When the last minute's messages were answered, or left where no answer came yet; in order.</summary>
    private readonly List<TimeSpan> _sent = [];
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
        if (CountsMinutes && _sent.Count >= most && _sent[^most] + _minute is var free && free > at)
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
            _next = now + TimeSpan.FromSeconds(1 / limits.PerChat * (1 + Margin) / _share);
        }

        if (CountsMinutes)
        {
            _sent.Add(now);
        }
    }

    /// <summary>
    /// The channel counts a message when it comes in, which is at the latest when it answers: after one that travelled slowly, like the first
    /// over a new connection, neither the next nor the next minute may begin early.
    /// </summary>
    public void Answered(TimeSpan sentAt, TimeSpan now)
    {
        if (!double.IsPositiveInfinity(limits.PerChat) && now + TimeSpan.FromSeconds(1 / limits.PerChat / _share) is var next && next > _next)
        {
            _next = next;
        }

        if (_sent.LastIndexOf(sentAt) is >= 0 and var index)
        {
            _sent.RemoveAt(index);
            _sent.Add(now);
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
        _sent.RemoveRange(0, _sent.TakeWhile(at => now - at >= _minute).Count());

        if (_share < 1 && now - _slowedAt >= _recovers)
        {
            _share = Math.Min(1, _share * 1.25);
            _slowedAt = now;
        }
    }
}
