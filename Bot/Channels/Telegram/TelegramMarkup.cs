using System.Text;
using Bot.Deliveries;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Channels;

/// <summary>Messages as Telegram's HTML and inline keyboards. Text is escaped here and nowhere else.</summary>
internal static class TelegramMarkup
{
    /// <summary>What Telegram takes in one message, counted in code points after its markup is parsed.</summary>
    public const int MostCodePoints = 4096;

    /// <summary>One text for each message that is needed; a long one is split between paragraphs, and inside one only where it alone is too long.</summary>
    public static IReadOnlyList<string> Html(Message message)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        var length = 0;
        foreach (var paragraph in message.Paragraphs.SelectMany(Fitting))
        {
            var added = paragraph.Spans.Sum(s => CodePoints(s.Text)) + 1;
            if (length > 0 && length + added > MostCodePoints)
            {
                texts.Add(text.ToString().TrimEnd('\n'));
                text.Clear();
                length = 0;
            }

            foreach (var span in paragraph.Spans)
            {
                Append(text, span);
            }

            text.Append('\n');
            length += added;
        }

        texts.Add(text.ToString().TrimEnd('\n'));
        return texts;
    }

    /// <summary>The same without markup, for when Telegram refuses it.</summary>
    public static string Plain(Message message)
    {
        var text = string.Join('\n', message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text))));
        return CodePoints(text) <= MostCodePoints ? text : Cut(text, MostCodePoints - 1) + "…";
    }

    public static InlineKeyboardMarkup? Keyboard(Message message) =>
        message.Buttons.Count == 0
            ? null
            : new InlineKeyboardMarkup(message.Buttons.Where(row => row.Count > 0).Select(row => row.Select(Key)));

    /// <summary>A button under the field where one types, which picks a broadcast channel and goes away when it is used.</summary>
    public static ReplyKeyboardMarkup ChannelPicker(string label) =>
        new(KeyboardButton.WithRequestChat(label, requestId: 1, chatIsChannel: true)) { ResizeKeyboard = true, OneTimeKeyboard = true };

    private static InlineKeyboardButton Key(Button button) =>
        button.Link is { } link ? InlineKeyboardButton.WithUrl(button.Label, link) : InlineKeyboardButton.WithCallbackData(button.Label, button.Action!);

    /// <summary>A paragraph that no message can hold is cut into several, each still styled.</summary>
    private static IEnumerable<Paragraph> Fitting(Paragraph paragraph)
    {
        const int Most = MostCodePoints - 1;
        if (paragraph.Spans.Sum(s => CodePoints(s.Text)) <= Most)
        {
            return [paragraph];
        }

        var pieces = new List<Paragraph>();
        foreach (var span in paragraph.Spans)
        {
            for (var rest = span.Text; rest.Length > 0;)
            {
                var piece = Cut(rest, Most);
                pieces.Add(new Paragraph([span with { Text = piece }]));
                rest = rest[piece.Length..];
            }
        }

        return pieces;
    }

    /// <summary>The first code points, never half a surrogate pair.</summary>
    private static string Cut(string text, int codePoints)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- == 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..Math.Min(length, text.Length)];
    }

    private static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static void Append(StringBuilder html, Span span)
    {
        var text = Escape(span.Text.ReplaceLineEndings("\n"));
        text = span.Style switch
        {
            SpanStyle.Bold => $"<b>{text}</b>",
            SpanStyle.Italic => $"<i>{text}</i>",
            SpanStyle.Code => $"<code>{text}</code>",
            _ => text,
        };
        html.Append(span.Link is { } link && IsWeb(link) ? $"<a href=\"{Escape(link)}\">{text}</a>" : text);
    }

    /// <summary>Telegram knows these four and no other named entities.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsWeb(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
