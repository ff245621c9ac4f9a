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
            var next = Decode(round == 0 || IsMarkup(text) ? TagStripper.Of(text) : text);
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
        TextBuffer? buffer = null;
        var (taken, at) = (0, 0);
        while (text[at..].IndexOf('&') is var i and >= 0)
        {
            at += i;
            if (CharacterReference.Read(text[at..]) is not var (characters, length))
            {
                at++;
                continue;
            }

            buffer ??= new TextBuffer();
            buffer.Append(text[taken..at]);
            buffer.Append(characters);
            taken = at += length;
        }

        buffer?.Append(text[taken..]);
        return buffer?.ToString() ?? text.ToString();
    }

    /// <summary>Tags that do something, in text that had been escaped: not one that is only spoken of, as in "the &lt;p&gt; tag".</summary>
    public static bool IsMarkup(ReadOnlySpan<char> text) =>
        text.IndexOf("</") >= 0 || text.IndexOf("/>") >= 0 || text.IndexOf("<br", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("<img ", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Trimmed, spaces collapsed; null where nothing is left.</summary>
    public static string? OneLine(string text)
    {
        if (!ParagraphBuilder.HasLayout(text) && !text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Trim();
            return text.Length == 0 ? null : text;
        }

        var line = new ParagraphBuilder();
        line.Text(text);
        return line.Take() is [var only, ..] ? only : null;
    }
}
