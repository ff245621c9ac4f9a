using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>What a command or a tap answers. A tap may edit the message that it stood on, and may show a passing notice.</summary>
/// <param name="Messages">New messages, in order.</param>
/// <param name="Edited">What the tapped message becomes; null leaves it.</param>
/// <param name="Notice">A passing notice at the tap, at most 200 characters; null for none.</param>
internal sealed record Reply(IReadOnlyList<Message> Messages, Message? Edited = null, string? Notice = null)
{
    public static Reply Nothing { get; } = new([]);

    public static Reply With(params Message[] messages) => new(messages);
}
