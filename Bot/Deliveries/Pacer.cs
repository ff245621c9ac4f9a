using System.Collections.Concurrent;

namespace Bot.Deliveries;

/// <summary>
/// When a message may leave, by scope (the channel, a chat, a group) on the injected clock. A channel says that it was asked for too
/// much, but not by whose limit: one chat that is told so rests alone, and only when a second chat is told so at the same time does the
/// channel rest and slow down. Replies to people spend what they use but never wait, so they overtake all broadcasts.
/// </summary>
internal sealed class Pacer(TimeProvider clock)
{
    /// <summary>Two chats that are told to wait within this time share a limit.</summary>
    private static readonly TimeSpan _together = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Channel, string Chat), Pace> _chats = [];
    private readonly ConcurrentDictionary<(string Channel, string Chat), Window> _groups = [];
    private readonly ConcurrentDictionary<string, Pace> _channels = [];
    private readonly ConcurrentDictionary<string, (string Chat, DateTimeOffset At)> _lastSlowed = [];

    /// <summary>How long a message to this chat would wait for the chat's own limits; the channel's come on top.</summary>
    public TimeSpan ChatWait(IChannel channel, string address, bool isGroup)
    {
        var now = clock.GetUtcNow();
        var wait = Chat(channel, address).WaitAt(now);
        return isGroup && Group(channel, address).WaitAt(now) is var group && group > wait ? group : wait;
    }

    /// <summary>Waits until one message may leave for this chat, and takes its turn.</summary>
    public async Task Wait(IChannel channel, string address, bool isGroup, CancellationToken cancellationToken)
    {
        while (isGroup && Group(channel, address).WaitAt(clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        await Turn(Chat(channel, address), cancellationToken);
        await Turn(Channel(channel), cancellationToken);
        if (isGroup)
        {
            Group(channel, address).Spend(clock.GetUtcNow());
        }
    }

    /// <summary>A reply leaves at once; what it spends is made up for by what comes after it.</summary>
    public void Spend(IChannel channel, string address, bool isGroup)
    {
        var now = clock.GetUtcNow();
        Chat(channel, address).Spend(now);
        Channel(channel).Spend(now);
        if (isGroup)
        {
            Group(channel, address).Spend(now);
        }
    }

    /// <summary>The channel as a whole rests; a chat's own pause is kept with the chat.</summary>
    public void Pause(IChannel channel, TimeSpan wait) => Channel(channel).Pause(clock.GetUtcNow() + wait);

    /// <summary>The channel said that it was asked for too much.</summary>
    /// <returns>What has to rest for <paramref name="wait"/>; where it is the channel, it rests already.</returns>
    public PaceScope Slowed(IChannel channel, string address, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        var pace = Channel(channel);
        var before = _lastSlowed.TryGetValue(channel.Name, out var last) ? last : default;
        _lastSlowed[channel.Name] = (address, now);
        if (pace.IsPaused(now))
        {
            // Sent before the pause began: one lesson is enough.
            pace.Pause(now + wait);
            return PaceScope.Channel;
        }

        if (before.Chat is null || before.Chat == address || now - before.At > _together)
        {
            return PaceScope.Chat;
        }

        pace.Slow(now);
        pace.Pause(now + wait);
        return PaceScope.Channel;
    }

    private async Task Turn(Pace pace, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var (at, round) = pace.Reserve(now);
            if (at > now)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((at - now).TotalMilliseconds)), clock, cancellationToken);
            }

            if (pace.Stands(round))
            {
                return;
            }
        }
    }

    private Pace Channel(IChannel channel) =>
        _channels.GetOrAdd(channel.Name, static (_, limits) => new Pace(limits.PerSecond, _second), channel.Limits);

    private Pace Chat(IChannel channel, string address) =>
        _chats.GetOrAdd((channel.Name, address), static (_, limits) => new Pace(limits.PerChat, _second), channel.Limits);

    private Window Group(IChannel channel, string address) =>
        _groups.GetOrAdd((channel.Name, address), static (_, limits) => new Window(limits.PerGroupAndMinute, _minute), channel.Limits);
}
