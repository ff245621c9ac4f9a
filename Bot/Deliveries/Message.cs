namespace Bot.Deliveries;

/// <summary>
/// What is said in a chat, in no channel's markup: paragraphs of spans, then rows of buttons. A channel renders it within
/// its own limits and degrades openly where it lacks something. Text is plain; the channel escapes it.
/// </summary>
internal sealed record Message(IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<IReadOnlyList<Button>> Buttons)
{
    /// <summary>Leave without a sound where the channel can.</summary>
    public bool Silent { get; init; }

    /// <summary>What this message is for, such as <c>delivery/17</c>; null for replies. A channel that can shows one key once.</summary>
    public string? Key { get; init; }

    /// <summary>The reader's, as a tag such as <c>zh</c>, for what a channel has to say by itself; null where nobody said.</summary>
    public string? Language { get; init; }

    /// <summary>The sent message that this one takes the place of; null for a message of its own.</summary>
    public string? Edits { get; init; }

    /// <summary>What is sent where <see cref="Edits"/> cannot be edited.</summary>
    public Message? Otherwise { get; init; }

    /// <summary>The message that this one answers, where the channel can show that.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>A file that goes with the text; null for none.</summary>
    public Attachment? File { get; init; }

    /// <summary>The label of a button that picks one of the reader's broadcast channels, where the way to reach him has such; null for none.</summary>
    public string? AsksForChannel { get; init; }

    public static Message Plain(string text) =>
        new([.. text.Split('\n').Select(line => new Paragraph([new Span(line)]))], []);
}

/// <param name="Name">As the reader keeps it, with its extension.</param>
internal sealed record Attachment(string Name, string MediaType, string Text);

internal sealed record Paragraph(IReadOnlyList<Span> Spans)
{
    /// <summary>Whether one of a list's members begins here: a channel that leaves some out says how many.</summary>
    public bool BeginsItem { get; init; }
}

/// <param name="Link">Where a tap on it leads; null for plain text.</param>
internal sealed record Span(string Text, SpanStyle Style = SpanStyle.Plain, string? Link = null);

internal enum SpanStyle
{
    Plain,
    Bold,
    Italic,
    Code,
}

/// <summary>A button does one of two things: it opens a link, or sends an action back to the conversation.</summary>
/// <param name="Action">At most 64 bytes of UTF-8, such as <c>topic:lawyers:on</c>.</param>
internal sealed record Button(string Label, string? Action = null, string? Link = null);
