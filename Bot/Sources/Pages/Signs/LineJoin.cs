using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Signs;

/// <summary>Draws two lines of one paragraph together.</summary>
internal static class LineJoin
{
    public static string Join(string text, string next, bool roomForSpace) =>
        IsBetweenNames(text, next) ? $"{text} {next}" : Spacing.Join(text, next, roomForSpace);

    /// <summary>A line that ends between two words of a by-line in brackets (（记者 甲乙 / 丙丁）) had a space there.</summary>
    private static bool IsBetweenNames(string text, string next)
    {
        var open = Math.Max(text.LastIndexOf('（'), text.LastIndexOf('('));
        if (open < 0 || text.Length - open > 60 || text.AsSpan(open).ContainsAny('）', ')') || !Bylines.OpensWithRole(text[(open + 1)..]))
            return false;
        var word = text[(text.LastIndexOf(' ') + 1)..];
        word = word[(word.LastIndexOfAny(['（', '(']) + 1)..];
        var end = next.AsSpan().IndexOfAny(" ）)、");
        var start = end < 0 ? next : next[..end];
        return Bylines.OpensWithRole(start) || Bylines.OpensWithRole(word)
            || (word.Length >= 2 && start.Length >= 2 && Names.IsName(word) && Names.IsName(start));
    }
}
