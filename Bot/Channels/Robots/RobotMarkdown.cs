using System.Text;
using Bot.Deliveries;

namespace Bot.Channels;

/// <summary>Messages as the markdown that group robots understand, within a limit of bytes. Text cannot become markup: what would be is set in its full-width twin.</summary>
internal static class RobotMarkdown
{
    /// <summary>One line of markup for each paragraph.</summary>
    public static IReadOnlyList<string> Lines(Message message) => [.. message.Paragraphs.Select(Line)];

    /// <summary>What its markup takes in UTF-8.</summary>
    public static int Bytes(Paragraph paragraph) => Encoding.UTF8.GetByteCount(Line(paragraph));

    /// <summary>The same without markup.</summary>
    public static IReadOnlyList<string> PlainLines(Message message) => [.. message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text)))];

    /// <summary>The first bytes, never half a character.</summary>
    public static string Cut(string text, int mostBytes) => Cut(text, mostBytes, rune => rune.Utf8SequenceLength);

    private static string Cut(string text, int mostBytes, Func<Rune, int> cost)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += cost(rune);
            if (bytes > mostBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..Math.Min(length, text.Length)];
    }

    /// <summary>The beginning whose markup takes so many bytes.</summary>
    public static string CutMarkup(string text, int mostBytes) => Cut(text, mostBytes, rune => Encoding.UTF8.GetByteCount(Plain(rune.ToString())));

    public static bool IsWeb(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is not null;

    private static string Line(Paragraph paragraph) => string.Concat(paragraph.Spans.Select(Span));

    private static string Span(Span span)
    {
        var text = Plain(span.Text.ReplaceLineEndings(" "));
        if (text.Trim().Length == 0)
        {
            return text;
        }

        return IsWeb(span.Link) ? $"[{text}]({Address(span.Link!)})" : span.Style == SpanStyle.Bold ? $"**{text.Trim()}**" : text;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                '<' => '＜',
                '>' => '＞',
                '*' => '＊',
                '_' => '＿',
                '`' => '｀',
                '[' => '［',
                ']' => '］',
                '#' => '＃',
                '~' => '～',
                '\\' => '＼',
                _ => c,
            });
        }

        return plain.ToString();
    }

    private static string Address(string link) => link
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal);
}
