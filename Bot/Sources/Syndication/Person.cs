using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>People as feeds name them: <c>mail (name)</c>, <c>name (mail)</c>, <c>name &lt;mail&gt;</c>, <c>mail name</c>, <c>mailto:mail</c>, a name, a mail address.</summary>
internal static class Person
{
    private static readonly System.Buffers.SearchValues<char> _ends = System.Buffers.SearchValues.Create(" ()<>[]\",;:\u3000（）");

    /// <summary>The name; the address only where there is no name.</summary>
    public static string? Name(string? written)
    {
        if (PlainText.OfHtml(written) is not { } text)
        {
            return null;
        }

        if (Mail(text) is not var (start, length))
        {
            return text;
        }

        var name = $"{text.AsSpan(0, start)} {text.AsSpan(start + length)}".Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',', ';', '-', '<', '>', '"');
        name = name.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal).Replace("( )", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal).Trim(' ', '"');
        name = name is ['(', .., ')'] ? name[1..^1].Trim() : name;

        // Several addresses: nothing tells whose name is whose.
        return name.Contains('@') ? text : name.Length > 0 ? PlainText.OneLine(name) : text.Substring(start, length);
    }

    /// <summary>Where the first mail address stands.</summary>
    private static (int Start, int Length)? Mail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 1)
        {
            return null;
        }

        var start = text[..at].LastIndexOfAny(_ends) + 1;
        var end = text[at..].IndexOfAny(_ends);
        var length = (end < 0 ? text.Length : at + end) - start;
        return start < at && length > at - start + 1 ? (start, length) : null;
    }
}
