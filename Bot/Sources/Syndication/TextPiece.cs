using System.Text;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>An element's characters, how to understand them, and what their relative addresses are relative to.</summary>
internal readonly record struct TextPiece(string Raw, TextKind Kind, Uri? Base)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Raw) || Kind == TextKind.Binary;

    /// <summary>As one line of plain text.</summary>
    public string? Line() => Kind == TextKind.Text ? PlainText.OfText(Raw) : PlainText.OfHtml(Raw);

    public CleanHtml Clean(HtmlCleaner cleaner) => Body.Of(Raw, Kind, Base, cleaner);

    public TextPiece Decoded()
    {
        if (Kind is not (TextKind.Base64Html or TextKind.Base64Text))
        {
            return this;
        }

        var bytes = new byte[Raw.Length];
        return Convert.TryFromBase64String(Raw, bytes, out var length)
            ? this with { Raw = Encoding.UTF8.GetString(bytes, 0, length), Kind = Kind == TextKind.Base64Html ? TextKind.Html : TextKind.Guess }
            : this with { Kind = TextKind.Guess };
    }
}
