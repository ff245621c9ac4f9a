using System.Text;
using Bot.Deliveries;

namespace Bot.Channels;

/// <summary>Messages as the markdown that group robots understand, within a limit of bytes. Text cannot become markup: what would be is set in its full-width twin.</summary>
internal static class RobotMarkdown
{
    /// <summary>More than this from one message would crowd a group out.</summary>
    private const int MostParts = 5;

    private const string Left = "…";

    /// <summary>One line of markup for each paragraph; buttons that are links come last, others are left out, since a robot hears no taps.</summary>
    public static IReadOnlyList<string> Lines(Message message) =>
    [
        .. message.Paragraphs.Select(p => string.Concat(p.Spans.Select(Span))),
        .. message.Buttons.SelectMany(row => row).Where(b => IsWeb(b.Link)).Select(b => $"[{Plain(b.Label)}]({Address(b.Link!)})"),
    ];

    /// <summary>The same without markup.</summary>
    public static IReadOnlyList<string> PlainLines(Message message) => [.. message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text)))];

    /// <summary>Texts of at most so many bytes of UTF-8, cut between lines, and inside one only where it alone is too long. What is more than a few texts ends with an ellipsis.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> lines, string separator, int mostBytes)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        var bytes = 0;
        foreach (var line in lines.SelectMany(l => Fitting(l, mostBytes)))
        {
            var added = Encoding.UTF8.GetByteCount(line) + (bytes == 0 ? 0 : Encoding.UTF8.GetByteCount(separator));
            if (bytes > 0 && bytes + added > mostBytes)
            {
                if (parts.Count == MostParts - 1)
                {
                    return [.. parts, Cut(part.ToString(), mostBytes - Encoding.UTF8.GetByteCount(Left)) + Left];
                }

                parts.Add(part.ToString());
                part.Clear();
                (bytes, added) = (0, Encoding.UTF8.GetByteCount(line));
            }

            part.Append(bytes == 0 ? "" : separator).Append(line);
            bytes += added;
        }

        return [.. parts, part.ToString()];
    }

    /// <summary>The first bytes, never half a character.</summary>
    public static string Cut(string text, int mostBytes)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..Math.Min(length, text.Length)];
    }

    public static bool IsWeb(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is not null;

    private static IEnumerable<string> Fitting(string line, int mostBytes)
    {
        while (Encoding.UTF8.GetByteCount(line) > mostBytes)
        {
            var piece = Cut(line, mostBytes);
            yield return piece;
            line = line[piece.Length..];
        }

        yield return line;
    }

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
