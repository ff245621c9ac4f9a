using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>An article's characters, as clean HTML and as paragraphs.</summary>
internal static class Body
{
    public static bool IsHtml(ReadOnlySpan<char> raw, TextKind kind) =>
        kind is TextKind.Html or TextKind.Inline or TextKind.Base64Html || (kind == TextKind.Guess && raw.IndexOfAny('<', '&') >= 0);

    public static CleanHtml Of(ReadOnlySpan<char> raw, TextKind kind, Uri? baseUri, HtmlCleaner cleaner)
    {
        if (raw.IndexOfAnyInRange('\u0080', '\u009F') >= 0)
        {
            raw = CharacterReference.Repaired(raw.ToString());
        }

        if (!IsHtml(raw, kind))
        {
            return new(null, PlainParagraphs.Of(raw));
        }

        if (raw.IndexOf('<') >= 0)
        {
            return cleaner.Clean(raw, baseUri);
        }

        // No tag of its own: escaped once too often, or text whose lines say where paragraphs end.
        if (kind != TextKind.Inline && raw.IndexOf("&lt;") >= 0 && PlainText.Decode(raw) is var decoded && PlainText.IsMarkup(decoded))
        {
            raw = decoded;
        }

        var clean = cleaner.Clean(raw, baseUri);
        return raw.IndexOf('<') >= 0 ? clean : clean with { Paragraphs = PlainParagraphs.Of(PlainText.Decode(raw)) };
    }
}
