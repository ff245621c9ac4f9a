using System.Collections.Concurrent;

namespace Bot.Deliveries;

/// <summary>
/// Token buckets by scope (the channel, a chat, a group) on the injected clock. A wait that a channel asked for pauses its scope for
/// exactly that long. Replies to people spend tokens but never wait for them, so they overtake all broadcasts.
/// </summary>
internal sealed class Pacer(TimeProvider clock)
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Channel, string Chat), Bucket> _buckets = [];

    /// <summary>Waits until one message may leave for this chat.</summary>
    public async Task Wait(IChannel channel, string address, bool isGroup, CancellationToken cancellationToken)
    {
        foreach (var bucket in Buckets(channel, address, isGroup))
        {
            while (bucket.Take(clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>A reply leaves at once; what it spends is made up for by what comes after it.</summary>
    public void Spend(IChannel channel, string address, bool isGroup)
    {
        foreach (var bucket in Buckets(channel, address, isGroup))
        {
            bucket.Owe(clock.GetUtcNow());
        }
    }

    /// <summary>The channel as a whole rests; a chat's own pause is kept with the chat.</summary>
    public void Pause(IChannel channel, TimeSpan wait) =>
        Of((channel.Name, ""), channel.Limits.PerSecond, TimeSpan.FromSeconds(1)).Pause(clock.GetUtcNow() + wait);

    private IEnumerable<Bucket> Buckets(IChannel channel, string address, bool isGroup)
    {
        yield return isGroup
            ? Of((channel.Name, address), channel.Limits.PerGroupAndMinute, _minute)
            : Of((channel.Name, address), channel.Limits.PerChat, TimeSpan.FromSeconds(1));
        yield return Of((channel.Name, ""), channel.Limits.PerSecond, TimeSpan.FromSeconds(1));
    }

    private Bucket Of((string, string) key, double count, TimeSpan per) =>
        _buckets.GetOrAdd(key, static (_, limit) => new Bucket(limit.count, limit.per), (count, per));

    /// <summary>Holds at most what a second gives (and at least one token), so an idle scope cannot burst beyond its limit.</summary>
    private sealed class Bucket(double count, TimeSpan per)
    {
        private readonly Lock _lock = new();
        private readonly double _most = Math.Max(1, count / per.TotalSeconds);
        private double _tokens = Math.Max(1, count / per.TotalSeconds);
        private DateTimeOffset _filled;
        private DateTimeOffset _pausedUntil;

        /// <returns>Zero when a token was taken; else how long to wait before asking again.</returns>
        public TimeSpan Take(DateTimeOffset now)
        {
            lock (_lock)
            {
                if (now < _pausedUntil)
                {
                    return _pausedUntil - now;
                }

                if (double.IsPositiveInfinity(count))
                {
                    return TimeSpan.Zero;
                }

                Fill(now);
                if (_tokens >= 1)
                {
                    _tokens--;
                    return TimeSpan.Zero;
                }

                return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((1 - _tokens) * per.TotalMilliseconds / count)));
            }
        }

        public void Owe(DateTimeOffset now)
        {
            lock (_lock)
            {
                Fill(now);
                _tokens--;
            }
        }

        public void Pause(DateTimeOffset until)
        {
            lock (_lock)
            {
                _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
            }
        }

        private void Fill(DateTimeOffset now)
        {
            if (_filled != default && now > _filled)
            {
                _tokens = Math.Min(_most, _tokens + ((now - _filled) / per * count));
            }

            _filled = now > _filled ? now : _filled;
        }
    }
}
