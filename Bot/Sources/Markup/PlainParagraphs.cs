namespace Bot.Sources.Markup;

/// <summary>Text without markup to paragraphs. Lines that only wrap are joined; an empty line, an indent or a finished sentence before the break starts a new one.</summary>
internal static class PlainParagraphs
{
    /// <summary>Mail-like wrapping; a longer line was not wrapped by a program that wraps.</summary>
    private const int WidestWrap = 100;

    public static IReadOnlyList<string> Of(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\n', '\r') < 0)
        {
            return PlainText.OneLine(text.ToString()) is { } only ? [only] : [];
        }

        var builder = new ParagraphBuilder();
        var previous = "";
        foreach (var line in text.ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            if (Starts(line, previous))
            {
                builder.Break();
            }

            builder.Text("\n" + line);
            previous = line.TrimEnd();
        }

        return builder.Take();
    }

    private static bool Starts(string line, string previous) =>
        previous.Length == 0 || string.IsNullOrWhiteSpace(line) || previous.Length > WidestWrap
        || line.StartsWith("  ", StringComparison.Ordinal) || line[0] is '\u3000' or '\t' or '\u00A0'
        || (previous[^1] is '\u3002' or '\uFF01' or '\uFF1F' or '\u201D' or '\u300D' or '\uFF1A' && Characters.IsCjk(previous[^1]));
}
