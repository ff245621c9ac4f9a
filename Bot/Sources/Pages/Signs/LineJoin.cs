using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Signs;

/// <summary>Draws two lines of one paragraph together.</summary>
internal static class LineJoin
{
    private const int LongestByline = 60;

    public static string Join(string text, string next, bool roomForSpace) => NeedsSpace(text, next, roomForSpace) ? $"{text} {next}" : text + next;

    public static bool NeedsSpace(ReadOnlySpan<char> text, ReadOnlySpan<char> next, bool roomForSpace) =>
        IsBetweenNames(text[Math.Max(0, text.Length - LongestByline)..], next) || Spacing.NeedsSpace(text, next, roomForSpace);

    /// <summary>A line that ends between two words of a by-line in brackets (（记者 甲乙 / 丙丁）) had a space there.</summary>
    private static bool IsBetweenNames(ReadOnlySpan<char> text, ReadOnlySpan<char> next)
    {
        var open = text.LastIndexOfAny('（', '(');
        if (open < 0 || text[open..].ContainsAny('）', ')') || !Bylines.OpensWithRole(text[(open + 1)..]))
            return false;
        var word = text[(text.LastIndexOf(' ') + 1)..];
        word = word[(word.LastIndexOfAny('（', '(') + 1)..];
        var end = next.IndexOfAny(" ）)、");
        var start = end < 0 ? next : next[..end];
        return Bylines.OpensWithRole(start) || Bylines.OpensWithRole(word)
            || (word.Length >= 2 && start.Length >= 2 && Names.IsName(word) && Names.IsName(start));
    }
}
