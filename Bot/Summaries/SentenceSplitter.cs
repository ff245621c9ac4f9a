namespace Bot.Summaries;

/// <summary>
/// Cuts paragraphs into sentences. Titles 《》 and brackets hold together whatever stands in them, a quote holds together unless
/// it is longer than <see cref="LongQuote"/>, and a full stop between digits or after an abbreviation ends nothing.
/// </summary>
internal static class SentenceSplitter
{
    private const int LongQuote = 160;

    private static readonly string[] _abbreviations =
        ["Mr", "Mrs", "Ms", "Dr", "Prof", "No", "Art", "vs", "v", "Inc", "Ltd", "Co", "Corp", "St", "Jr", "Sr", "e.g", "i.e", "etc", "cf", "para", "U.S", "U.K", "U.N", "a.m", "p.m"];

    public static List<Sentence> Split(IReadOnlyList<string> paragraphs)
    {
        var sentences = new List<Sentence>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var inParagraph = 0;
            foreach (var range in Ranges(paragraphs[p]))
                sentences.Add(new Sentence(sentences.Count, p, inParagraph++, paragraphs[p][range]));
        }

        return sentences;
    }

    /// <summary>The sentences' ranges, without the white space around them.</summary>
    public static IEnumerable<Range> Ranges(string text)
    {
        var start = 0;
        var i = 0;
        while (i < text.Length)
        {
            if (HeldUntil(text, i) is { } close)
            {
                i = close + 1;
                if (EndsInside(text, close) && EndsAfterQuote(text, i))
                {
                    if (Trimmed(text, start, i) is { } quoted)
                        yield return quoted;
                    start = i;
                }

                continue;
            }

            var length = EndMark(text, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            i += length;
            while (i < text.Length && text[i - 1] != '\n' && Marks.Closers.Contains(text[i], StringComparison.Ordinal))
                i++;
            if (Trimmed(text, start, i) is { } range)
                yield return range;
            start = i;
        }

        if (Trimmed(text, start, text.Length) is { } rest)
            yield return rest;
    }

    /// <summary>Where the bracket or quote that opens here closes; null where nothing opens or it doesn't hold.</summary>
    private static int? HeldUntil(string text, int at)
    {
        if (Marks.Closer(text[at]) == '\0')
            return null;
        var close = Marks.CloseOf(text, at);
        var quote = text[at] is '“' or '「' or '‘' or '『';
        return close < 0 || close - at > (quote ? LongQuote : 2 * LongQuote) || text.IndexOf('\n', at, close - at) >= 0 ? null : close;
    }

    private static bool EndsInside(string text, int close) =>
        text[close] is '”' or '」' or '’' or '』' && close > 0 && text[close - 1] is '。' or '！' or '？' or '…' or '!' or '?' or '.';

    /// <summary>After “……。” a sentence goes on where a particle or a mark ties it to what follows.</summary>
    private static bool EndsAfterQuote(string text, int next) =>
        next >= text.Length || text[next] is not ('，' or '、' or '；' or '：' or ',' or '的' or '是' or '等' or '）' or '”' or '。' or '！' or '？' or '》') && !char.IsLower(text[next]) && !(text[next] == ' ' && next + 1 < text.Length && char.IsLower(text[next + 1]));

    /// <summary>The length of the end mark that stands here; 0 for none.</summary>
    private static int EndMark(string text, int at)
    {
        switch (text[at])
        {
            case '\n':
                return 1;
            case '。' or '！' or '？' or '!' or '?':
                var end = at + 1;
                while (end < text.Length && text[end] is '。' or '！' or '？' or '!' or '?')
                    end++;
                return end - at;
            case '…':
                var stop = at + 1;
                while (stop < text.Length && text[stop] == '…')
                    stop++;
                return stop == text.Length ? stop - at : 0;
            case '.':
                return IsFullStop(text, at) ? 1 : 0;
            default:
                return 0;
        }
    }

    private static bool IsFullStop(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or '”' or '’')
            next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next < text.Length && char.IsLower(text[next]))
            return false;
        var word = at;
        while (word > 0 && (char.IsAsciiLetter(text[word - 1]) || text[word - 1] == '.'))
            word--;
        var before = text.AsSpan(word, at - word);
        if (before.Length == 1 && char.IsAsciiLetterUpper(before[0]))
            return next >= text.Length;
        foreach (var abbreviation in _abbreviations)
        {
            if (before.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
                return next >= text.Length;
        }

        return at > 0 && !(before.IsEmpty && char.IsAsciiDigit(text[at - 1]) && IsListNumber(text, at));
    }

    /// <summary>Whether the digits before the stop open the line, as in "1. Scope".</summary>
    private static bool IsListNumber(string text, int at)
    {
        var i = at;
        while (i > 0 && char.IsAsciiDigit(text[i - 1]))
            i--;
        return at - i <= 2 && (i == 0 || text[i - 1] == '\n');
    }

    private static Range? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? start..end : null;
    }
}
