namespace Bot.Sources.Markup;

/// <summary>Addresses as people write them into pages and feeds, relative ones and those with stray spaces included.</summary>
internal static class WebAddress
{
    /// <summary>The absolute address; the text itself where there is nothing to resolve it against; null where it is empty or no address.</summary>
    public static string? Resolve(string? text, Uri? baseUri)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = Tidy(text);
        if (text.Length == 0)
        {
            return null;
        }

        if (HasScheme(text))
        {
            return text;
        }

        if (baseUri is not null && IsPlainPath(text))
        {
            return Origin(baseUri) + text;
        }

        if (baseUri is null)
        {
            return text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text;
        }

        return Uri.TryCreate(baseUri, text, out var absolute) ? absolute.OriginalString is [] ? null : Written(absolute) : text;
    }

    /// <summary>An absolute web address as a base for others; null for anything else.</summary>
    public static Uri? Base(string? text) =>
        text is not null && HasScheme(text) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>A host that begins with www is no path, whatever the rules say of it.</summary>
    public static string? WithScheme(string? text) => text?.StartsWith("www.", StringComparison.OrdinalIgnoreCase) == true ? "http://" + text : text;

    public static bool IsWeb(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host as DNS knows it; as it is written where it cannot be a name, which .NET finds out only when asked.</summary>
    public static string HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return uri.Host;
        }
    }

    /// <summary>Below its site's root, with nothing in it to resolve or to write in another way: what most relative addresses are.</summary>
    private static bool IsPlainPath(ReadOnlySpan<char> text) =>
        text[0] == '/' && (text.Length == 1 || text[1] is not ('/' or '\\')) && !text.ContainsAnyExcept(_pathCharacters) && text.IndexOf("/.") < 0;

    [ThreadStatic]
    private static (Uri? Of, string Is) _origin;

    /// <summary>The addresses of a document are nearly all relative to the same one.</summary>
    private static string Origin(Uri uri)
    {
        if (!ReferenceEquals(_origin.Of, uri))
        {
            var root = Written(new Uri(uri, "/"));
            _origin = (uri, root.EndsWith('/') ? root[..^1] : root);
        }

        return _origin.Is;
    }

    private static readonly System.Buffers.SearchValues<char> _pathCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~?&=+,;:@!$()*#");

    private static bool HasScheme(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(text[0]) && text[..colon].IndexOfAnyExcept(_schemeCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> _schemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Control characters and line breaks within an address are what browsers take out; so a scheme cannot hide behind them.</summary>
    private static string Tidy(string text)
    {
        text = text.Trim();
        return text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? text : string.Concat(text.Where(c => c >= ' ')).Trim();
    }

    /// <summary>The address as a browser would show it: percent signs as they were, other characters as they are.</summary>
    private static string Written(Uri uri) => uri.IsAbsoluteUri ? uri.AbsoluteUri.Contains("%E", StringComparison.Ordinal) ? uri.ToString() : uri.AbsoluteUri : uri.OriginalString;
}
