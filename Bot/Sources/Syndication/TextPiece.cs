using System.Text;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>An element's characters, how to understand them, and what their relative addresses are relative to.</summary>
internal readonly record struct TextPiece(string Raw, TextKind Kind, Uri? Base)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Raw) || Kind == TextKind.Binary;

    /// <summary>As one line of plain text.</summary>
    public string? Line() => Kind switch
    {
        TextKind.Text => PlainText.OfText(Raw),
        // Its tags are the document's own elements: what is left after them is text.
        TextKind.Inline => PlainText.OfText(PlainText.Decode(TagStripper.Of(Raw))),
        TextKind.Binary => null,
        _ => PlainText.OfHtml(Raw),
    };

    public CleanHtml Clean(HtmlCleaner cleaner) => Kind == TextKind.Binary ? new(null, []) : Body.Of(Raw, Kind, Base, cleaner);

    public TextPiece Decoded()
    {
        if (Kind is not (TextKind.Base64Html or TextKind.Base64Text))
        {
            return this;
        }

        var bytes = new byte[Raw.Length];
        if (!Convert.TryFromBase64String(Raw, bytes, out var length))
        {
            return this with { Kind = TextKind.Guess };
        }

        // Bytes that no text has: a picture, or a document of another program.
        return bytes.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)8) >= 0
            ? this with { Kind = TextKind.Binary }
            : this with { Raw = Encoding.UTF8.GetString(bytes, 0, length), Kind = Kind == TextKind.Base64Html ? TextKind.Html : TextKind.Guess };
    }
}
