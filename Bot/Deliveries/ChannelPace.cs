namespace Bot.Deliveries;

/// <summary>A channel's pace and those of its chats; see <see cref="Pacer"/>.</summary>
internal sealed class ChannelPace(ChannelLimits limits)
{
    /// <summary>Two chats that are told to wait within this time may share a limit.</summary>
    private static readonly TimeSpan _together = TimeSpan.FromSeconds(5);

    /// <summary>So many chats are remembered before those at rest are looked for.</summary>
    private const int ManyChats = 20_000;

    private readonly Lock _lock = new();
    private readonly Pace _pace = new(limits.PerSecond, TimeSpan.FromSeconds(1));
    private readonly Dictionary<string, ChatPace> _chats = [];
    private int _tidyAt = ManyChats;

    /// <summary>The chat that was refused, and when its message had left; null once a later message was let through.</summary>
    private (string Chat, TimeSpan SentAt)? _suspicion;

    public TimeSpan ChatReadyAt(string address, bool isGroup, TimeSpan now, bool isPressing)
    {
        lock (_lock)
        {
            return Chat(address, isGroup, now).ReadyAt(now, isPressing);
        }
    }

    public TimeSpan NextAt(TimeSpan now)
    {
        lock (_lock)
        {
            return _pace.NextAt(now);
        }
    }

    public PaceTurn Reserve(TimeSpan now)
    {
        lock (_lock)
        {
            return new PaceTurn(_pace.Reserve(now), _pace.Round);
        }
    }

    public bool Stands(PaceTurn turn)
    {
        lock (_lock)
        {
            return turn.Round == _pace.Round;
        }
    }

    public bool IsMissed(PaceTurn turn, TimeSpan now)
    {
        lock (_lock)
        {
            return _pace.IsMissed(turn.At, now);
        }
    }

    public void Left(string address, bool isGroup, TimeSpan at)
    {
        lock (_lock)
        {
            Chat(address, isGroup, at).Spend(at);
            _pace.Left(at);
        }
    }

    public void Answered(string address, bool isGroup, TimeSpan sentAt, TimeSpan now)
    {
        lock (_lock)
        {
            Chat(address, isGroup, now).Answered(sentAt, now);
        }
    }

    public void Spend(TimeSpan at)
    {
        lock (_lock)
        {
            _pace.Spend(at);
        }
    }

    public void Accepted(TimeSpan sentAt)
    {
        lock (_lock)
        {
            if (_suspicion is { } refused && sentAt > refused.SentAt)
            {
                _suspicion = null;
            }
        }
    }

    public void Pause(TimeSpan until)
    {
        lock (_lock)
        {
            _pace.Pause(until);
        }
    }

    public void PauseChat(string address, bool isGroup, TimeSpan until)
    {
        lock (_lock)
        {
            Chat(address, isGroup, until).Pause(until);
        }
    }

    public PaceScope Slowed(string address, bool isGroup, TimeSpan sentAt, TimeSpan now, TimeSpan wait)
    {
        lock (_lock)
        {
            var chat = Chat(address, isGroup, now);
            if (_pace.IsPaused(now))
            {
                // Sent before the pause began: one lesson is enough.
                _pace.Pause(now + wait);
                chat.Pause(now + wait);
                return PaceScope.Channel;
            }

            var before = _suspicion;
            _suspicion = (address, sentAt);
            if (before is not { } other || other.Chat == address || sentAt - other.SentAt > _together)
            {
                chat.Pause(now + wait);
                chat.Slow(now, wait);
                return PaceScope.Chat;
            }

            _suspicion = null;
            _pace.Slow(other.SentAt < sentAt ? other.SentAt : sentAt, now);
            _pace.Pause(now + wait);
            chat.Pause(now + wait);
            return PaceScope.Channel;
        }
    }

    public Learned? Lesson(TimeSpan now)
    {
        lock (_lock)
        {
            return _pace.Share >= 1 && !_pace.IsPaused(now)
                ? null
                : new Learned(
                    _pace.Share,
                    _pace.Ceiling,
                    now - _pace.RefusedAt,
                    _pace.IsPaused(now) ? _pace.PausedUntil - now : TimeSpan.Zero);
        }
    }

    public void Recall(Learned lesson, TimeSpan now)
    {
        lock (_lock)
        {
            _pace.Recall(lesson.Share, lesson.Ceiling, now - lesson.RefusedAgo, now + lesson.PausedFor, now);
        }
    }

    private ChatPace Chat(string address, bool isGroup, TimeSpan now)
    {
        if (_chats.TryGetValue(address, out var known))
        {
            return known;
        }

        if (_chats.Count >= _tidyAt)
        {
            foreach (var (idle, _) in _chats.Where(c => c.Value.IsIdle(now)).ToList())
            {
                _chats.Remove(idle);
            }

            _tidyAt = Math.Max(ManyChats, _chats.Count * 2);
        }

        return _chats[address] = new ChatPace(limits, isGroup);
    }
}
