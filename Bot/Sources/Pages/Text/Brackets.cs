namespace Bot.Sources.Pages.Text;

internal static class Brackets
{
    /// <summary>How many brackets and quotations are opened and not closed; below 0, closed and not opened. The last such kind counts.</summary>
    public static int Unclosed(string text)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('（', '）'), ('《', '》'), ('“', '”'), ('【', '】')])
        {
            var depth = 0;
            foreach (var c in text)
                depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth != 0)
                return depth;
        }

        return 0;
    }
}
