using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>People as feeds name them: <c>mail (name)</c>, <c>name (mail)</c>, <c>name &lt;mail&gt;</c>, a name, a mail address.</summary>
internal static class Person
{
    /// <summary>The name; the address only where there is no name.</summary>
    public static string? Name(string? written)
    {
        if (PlainText.OfHtml(written) is not { } text)
        {
            return null;
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text[^1] == ')' && IsMail(text.AsSpan(0, open).Trim()) && text.AsSpan(open + 1, text.Length - open - 2).Trim() is { IsEmpty: false } inBrackets)
        {
            return inBrackets.ToString();
        }

        // The other way round: a name, and the address in brackets.
        if (open > 0 && text[^1] == ')' && IsMail(text.AsSpan(open + 1, text.Length - open - 2).Trim()))
        {
            return text[..open].Trim();
        }

        var angle = text.IndexOf('<', StringComparison.Ordinal);
        return angle > 0 && text[^1] == '>' && text.AsSpan(0, angle).Trim(" \"") is { IsEmpty: false } before ? before.ToString() : text;
    }

    private static bool IsMail(ReadOnlySpan<char> text) => text.Contains('@') && !text.Contains(' ');
}
