namespace Bot.Sources.Syndication;

/// <summary>How an element's characters are to be understood.</summary>
internal enum TextKind
{
    /// <summary>Nobody says: may be HTML or not, as in RSS.</summary>
    Guess,

    /// <summary>As they stand.</summary>
    Text,

    Html,

    /// <summary>Markup within the feed's own XML.</summary>
    Inline,

    /// <summary>Bytes in base64 that are text.</summary>
    Base64Text,

    /// <summary>Bytes in base64 that are HTML.</summary>
    Base64Html,

    /// <summary>Nothing that can be read as text, such as a picture.</summary>
    Binary,
}

internal static class TextKinds
{
    /// <summary>By Atom's attributes: <c>type</c> (names of 1.0 or media types) and <c>mode</c> (0.3).</summary>
    public static TextKind Of(string? type, string? mode, bool atom)
    {
        type = type?.Trim().ToLowerInvariant();
        var semicolon = type?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        type = semicolon >= 0 ? type![..semicolon].Trim() : type;
        var html = type is "html" or "text/html" or "application/xhtml+xml" or "xhtml" or "text/xhtml";
        switch (mode?.Trim().ToLowerInvariant())
        {
            case "base64":
                return html ? TextKind.Base64Html : type is null or "" || type.StartsWith("text", StringComparison.Ordinal) ? TextKind.Base64Text : TextKind.Binary;
            case "escaped":
                return html ? TextKind.Html : type is null or "" or "text/plain" or "text" ? TextKind.Guess : TextKind.Html;
            case "xml":
                return html || type?.EndsWith("xml", StringComparison.Ordinal) == true ? TextKind.Inline : type is "text/plain" or "text" ? TextKind.Text : TextKind.Guess;
            default:
                break;
        }

        return type switch
        {
            null or "" => atom ? TextKind.Text : TextKind.Guess,
            "text" or "text/plain" => TextKind.Text,
            "html" or "text/html" => TextKind.Html,
            "xhtml" or "application/xhtml+xml" or "text/xhtml" => TextKind.Inline,
            _ when type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal) => TextKind.Inline,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => TextKind.Text,
            _ when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => TextKind.Binary,
            _ when type.Contains('/') => atom ? TextKind.Base64Text : TextKind.Guess,
            _ => TextKind.Guess,
        };
    }
}
