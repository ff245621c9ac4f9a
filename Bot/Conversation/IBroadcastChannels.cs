namespace Bot.Conversation;

/// <summary>Knows the broadcast channels of a way to reach people. A channel that has them implements it.</summary>
internal interface IBroadcastChannels
{
    string Channel { get; }

    /// <param name="named">Its number, its <c>@name</c>, or a link to it.</param>
    /// <returns>Null where there is none that the bot can see.</returns>
    Task<BroadcastChannel?> Find(string named, CancellationToken cancellationToken);
}

/// <param name="MayPost">Whether the bot may post in it.</param>
internal sealed record BroadcastChannel(string Address, string Title, bool MayPost);
