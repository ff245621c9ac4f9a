using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>What somebody typed or tapped, in no channel's own terms.</summary>
internal sealed record Incoming
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public ChatKind Kind { get; init; }

    /// <summary>Who speaks, as the channel calls people; null where the chat is one person's own.</summary>
    public string? Person { get; init; }

    /// <summary>What was typed; null when a button was tapped.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it was sent without any words: a picture, a voice, a place.</summary>
    public bool IsWordless { get; init; }

    /// <summary>The tapped button's action; null when something was typed.</summary>
    public string? Action { get; init; }

    /// <summary>The message that the tapped button stands on, as the channel calls it: it can be edited in the answer.</summary>
    public string? MessageId { get; init; }

    /// <summary>The language that the person's client speaks, as a BCP 47 tag; null if unknown.</summary>
    public string? LanguageHint { get; init; }
}
