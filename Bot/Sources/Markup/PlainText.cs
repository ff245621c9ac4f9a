namespace Bot.Sources.Markup;

/// <summary>Titles, names and summaries as clean text of one line.</summary>
internal static class PlainText
{
    /// <summary>Publishers escape twice and, through a chain of programs, three times.</summary>
    private const int MostRounds = 3;

    /// <summary>Text that may be HTML: its tags go, its entities are resolved, however often they were escaped. Angle brackets that are no HTML stay.</summary>
    public static string? OfHtml(string? html)
    {
        if (html is null)
        {
            return null;
        }

        var text = html;
        for (var round = 0; round < MostRounds && text.AsSpan().IndexOfAny('<', '&') >= 0; round++)
        {
            var next = Decode(TagStripper.Of(text));
            if (next == text)
            {
                break;
            }

            text = next;
        }

        return OneLine(text);
    }

    /// <summary>Text that says it is no HTML: angle brackets stay; entities that were escaped once too often are resolved.</summary>
    public static string? OfText(string? text) => text is null ? null : OneLine(text.Contains('&') ? Decode(text) : text);

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0)
        {
            return text.ToString();
        }

        var buffer = new TextBuffer();
        while (text.IndexOf('&') is var i and >= 0)
        {
            buffer.Append(text[..i]);
            var reference = CharacterReference.Read(text[i..]);
            buffer.Append(reference is null ? "&" : reference.Value.Characters);
            text = text[(i + (reference?.Length ?? 1))..];
        }

        buffer.Append(text);
        return buffer.ToString();
    }

    /// <summary>Trimmed, spaces collapsed; null where nothing is left.</summary>
    public static string? OneLine(string text)
    {
        if (TextScan.PlainLength(text) == text.Length && !text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Trim();
            return text.Length == 0 ? null : text;
        }

        var line = new ParagraphBuilder();
        line.Text(text);
        return line.Take() is [var only, ..] ? only : null;
    }
}
