using System.Collections.Concurrent;

namespace Bot.Deliveries;

/// <summary>
/// When a message may leave, by scope (the channel, a chat, a group) on the injected clock. A channel says that it was asked for too
/// much, but not by whose limit: a chat that is told so rests alone; when a second chat is told so before anything else was let through,
/// the channel rests and slows down. Replies to people spend what they use but never wait, so they overtake all broadcasts.
/// </summary>
internal sealed class Pacer(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ChannelPace> _channels = [];

    /// <summary>The moment on the monotonic clock that all of the pacer's moments are on.</summary>
    public TimeSpan Now => clock.GetElapsedTime(0);

    /// <param name="from">The moment that is asked about; now without one. Where nothing holds the chat back, it is the answer.</param>
    /// <param name="isPressing">Whether it may use what is kept for urgent alerts and lists.</param>
    public TimeSpan ChatReadyAt(IChannel channel, string address, bool isGroup, TimeSpan? from = null, bool isPressing = true) =>
        Of(channel).ChatReadyAt(address, isGroup, from ?? Now, isPressing);

    public TimeSpan NextAt(IChannel channel) => Of(channel).NextAt(Now);

    /// <summary>Takes the channel's next turn.</summary>
    public PaceTurn Reserve(IChannel channel) => Of(channel).Reserve(Now);

    /// <summary>False where the channel was paused since the turn was given.</summary>
    public bool Stands(IChannel channel, PaceTurn turn) => Of(channel).Stands(turn);

    /// <summary>Whether the turn has passed by: the process was held up, and another one has to be taken.</summary>
    public bool IsMissed(IChannel channel, PaceTurn turn) => Of(channel).IsMissed(turn, Now);

    /// <summary>A message leaves for this chat now, by a turn of the channel.</summary>
    public TimeSpan Left(IChannel channel, string address, bool isGroup)
    {
        var now = Now;
        Of(channel).Left(address, isGroup, now);
        return now;
    }

    /// <summary>The channel answered a message that left then, whatever it said.</summary>
    public void Answered(IChannel channel, string address, bool isGroup, TimeSpan sentAt) => Of(channel).Answered(address, isGroup, sentAt, Now);

    /// <summary>A reply leaves at once; what it spends is made up for by what comes after it.</summary>
    public void Spend(IChannel channel, string address, bool isGroup)
    {
        var now = Now;
        Of(channel).Left(address, isGroup, now);
        Of(channel).Spend(now);
    }

    public void Accepted(IChannel channel, TimeSpan sentAt) => Of(channel).Accepted(sentAt);

    /// <summary>The channel as a whole rests.</summary>
    public void Pause(IChannel channel, TimeSpan wait) => Of(channel).Pause(Now + wait);

    public void PauseChat(IChannel channel, string address, bool isGroup, TimeSpan wait) => Of(channel).PauseChat(address, isGroup, Now + wait);

    /// <summary>The channel said, of a message that left then, that it was asked for too much.</summary>
    /// <returns>What has to rest for <paramref name="wait"/>; it rests already.</returns>
    public PaceScope Slowed(IChannel channel, string address, bool isGroup, TimeSpan sentAt, TimeSpan wait) =>
        Of(channel).Slowed(address, isGroup, sentAt, Now, wait);

    /// <summary>What was learned about a channel, to be kept over restarts; null where nothing was.</summary>
    public Learned? Lesson(IChannel channel) => Of(channel).Lesson(Now);

    public void Recall(IChannel channel, Learned lesson) => Of(channel).Recall(lesson, Now);

    /// <summary>A message that left so long ago, before this process began.</summary>
    public void Remember(IChannel channel, string address, bool isGroup, TimeSpan ago) => Of(channel).Left(address, isGroup, Now - ago);

    private ChannelPace Of(IChannel channel) => _channels.GetOrAdd(channel.Name, static (_, limits) => new ChannelPace(limits), channel.Limits);
}

internal readonly record struct PaceTurn(TimeSpan At, int Round);

/// <param name="RefusedAgo">How long ago the channel was last told off.</param>
/// <param name="PausedFor">How long it still rests.</param>
internal readonly record struct Learned(double Share, double Ceiling, TimeSpan RefusedAgo, TimeSpan PausedFor);
