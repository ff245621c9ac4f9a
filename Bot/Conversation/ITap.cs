namespace Bot.Conversation;

/// <summary>What a button does. It is found by this interface.</summary>
internal interface ITap
{
    /// <summary>The first part of the actions that it answers, such as <c>topic</c> in <c>topic:lawyers:on</c>.</summary>
    string Verb { get; }

    /// <summary>Whether it changes what the chat gets: in a group, administrators alone may.</summary>
    bool Configures => false;

    Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken);
}
