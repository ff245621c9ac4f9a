namespace Bot.Sources.Pages.Text;

internal static class Sentences
{
    private const string Finals = "。！？!?…";
    private const string Closers = "”’」』）)】》〉\"'";

    /// <summary>Whether a sentence ends here: 。！？… with whatever quotes and brackets close after it.</summary>
    public static bool Ends(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd();
        while (end.Length > 0 && Closers.Contains(end[^1], StringComparison.Ordinal))
            end = end[..^1];
        return end.Length > 0 && Finals.Contains(end[^1], StringComparison.Ordinal);
    }

    /// <summary>Whether a paragraph can end here: at a sentence's end, or at a colon or semicolon before a list.</summary>
    public static bool EndsParagraph(ReadOnlySpan<char> text) => Ends(text) || text.TrimEnd() is [.., '：' or ':' or '；'];

    /// <summary>Whether the text can only be the rest of a sentence: it opens with a sign that never opens one.</summary>
    public static bool Continues(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['，' or '。' or '、' or '；' or '：' or '！' or '？' or '）' or '”' or '’' or '》' or '」' or '』' or '】' or '%' or '％', ..];
}
