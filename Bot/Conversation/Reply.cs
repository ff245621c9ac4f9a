using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>What a command or a tap answers. A tap may edit the message that it stood on, and may show a passing notice.</summary>
/// <param name="Messages">New messages, in order.</param>
/// <param name="Edited">What the tapped message becomes; null leaves it.</param>
/// <param name="Notice">A passing notice at the tap, at most 200 characters; null for none.</param>
internal sealed record Reply(IReadOnlyList<Message> Messages, Message? Edited = null, string? Notice = null)
{
    public static Reply Nothing { get; } = new([]);

    /// <summary>What still has to be found out; null where this is all.</summary>
    public LongWork? Work { get; init; }

    /// <summary>What takes the place of a long work's answer where the result has to follow as messages of its own.</summary>
    public Message? Below { get; init; }

    public static Reply With(params Message[] messages) => new(messages);
}

/// <summary>
/// What takes longer than a moment. The chat is answered at once, and the answer's last message, or else the tapped one, becomes
/// <see cref="Reply.Edited"/> of what the work brings; its messages follow. Other things that the chat says meanwhile are answered.
/// </summary>
/// <param name="tell">Shows how far it is, in place of the answer.</param>
internal delegate Task<Reply> LongWork(Func<Message, Task> tell, CancellationToken cancellationToken);
