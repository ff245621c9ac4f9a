using System.Buffers;

namespace Bot.Sources.Markup;

/// <summary>The few attributes that are kept. Addresses are made absolute; only web and mail addresses stay.</summary>
internal static class SafeAttributes
{
    private static readonly SearchValues<char> _plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/?#[]@!$'()*+,;=-._~%");

    public static void Append(TextBuffer html, HtmlTag tag, string name, Uri? baseUri)
    {
        switch (name)
        {
            case "a":
                if (tag.TryGet("href", out var href))
                {
                    Link(html, href, baseUri);
                }

                break;
            case "td" or "th":
                Number(html, tag, "colspan");
                Number(html, tag, "rowspan");
                break;
            case "time" when tag.TryGet("datetime", out var moment):
                Write(html, "datetime", Text(moment));
                break;
            case "abbr" when tag.TryGet("title", out var title):
                Write(html, "title", Text(title));
                break;
            default:
                break;
        }
    }

    /// <summary>A picture with a web address; counting pixels are left out.</summary>
    public static void AppendImage(TextBuffer html, HtmlTag tag, Uri? baseUri)
    {
        if (tag.Closes || !tag.TryGet("src", out var source) || Address(source, baseUri) is not { } address || address.StartsWith("mailto:", StringComparison.Ordinal)
            || IsDot(tag, "width") || IsDot(tag, "height"))
        {
            return;
        }

        html.Append("<img");
        Write(html, "src", address);
        Write(html, "alt", tag.TryGet("alt", out var alternative) ? Text(alternative) : "");
        html.Append('>');
    }

    /// <summary>An absolute http, https or mailto address; null for every other scheme and for what is no address.</summary>
    public static string? Address(ReadOnlySpan<char> raw, Uri? baseUri)
    {
        var text = Text(raw);
        return WebAddress.Resolve(text, baseUri) is { } address
            && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            ? address
            : null;
    }

    private static void Link(TextBuffer html, ReadOnlySpan<char> raw, Uri? baseUri)
    {
        // As most are: whole, with nothing to resolve in it.
        var link = (raw.StartsWith("https://") || raw.StartsWith("http://")) && !raw.ContainsAnyExcept(_plain) ? raw : Address(raw, baseUri);
        if (!link.IsEmpty)
        {
            Write(html, "href", link);
            html.Append(" rel=\"noopener noreferrer\"");
        }
    }

    private static string Text(ReadOnlySpan<char> raw) => raw.Contains('&') ? PlainText.Decode(raw) : raw.ToString();

    private static bool IsDot(HtmlTag tag, string name) => tag.TryGet(name, out var value) && value is "0" or "1" or "0px" or "1px";

    private static void Number(TextBuffer html, HtmlTag tag, string name)
    {
        if (tag.TryGet(name, out var value) && value.Length is > 0 and < 4 && !value.ContainsAnyExceptInRange('0', '9'))
        {
            Write(html, name, value);
        }
    }

    private static void Write(TextBuffer html, string name, ReadOnlySpan<char> value)
    {
        html.Append(' ');
        html.Append(name);
        html.Append("=\"");
        html.AppendEscaped(value);
        html.Append('"');
    }
}
