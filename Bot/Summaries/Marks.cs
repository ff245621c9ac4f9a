using System.Buffers;

namespace Bot.Summaries;

/// <summary>Punctuation: what ends a sentence, what ends a clause, and what holds text together.</summary>
internal static class Marks
{
    public const string Closers = "”’」』）)】》〉\"'";

    public const string Brackets = "“”‘’「」『』（）()【】《》〈〉[]〔〕";

    public static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?.…");

    public static bool EndsWithAny(this ReadOnlySpan<char> text, SearchValues<char> marks) => !text.IsEmpty && marks.Contains(text[^1]);

    /// <summary>The mark that closes <paramref name="c"/>; '\0' where it opens nothing.</summary>
    public static char Closer(char c) => c switch
    {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '《' => '》',
        '〈' => '〉',
        '〔' => '〕',
        '[' => ']',
        _ => '\0',
    };

    /// <summary>
    /// Where the bracket or quote that opens at <paramref name="at"/> closes, or -1 where the text never closes it.
    /// Printed brackets are mixed at times: （ may close with ).
    /// </summary>
    public static int CloseOf(ReadOnlySpan<char> text, int at)
    {
        var open = text[at];
        var close = Closer(open);
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (c == open)
                depth++;
            else if ((c == close || IsTwin(c, close)) && --depth == 0)
                return i;
        }

        return -1;
    }

    private static bool IsTwin(char a, char b) => (a, b) is (')', '）') or ('）', ')') or (']', '〕');
}
