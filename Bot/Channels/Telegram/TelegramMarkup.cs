using System.Text;
using Bot.Deliveries;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Channels;

/// <summary>Messages as Telegram's HTML and inline keyboards. Text is escaped here and nowhere else.</summary>
internal static class TelegramMarkup
{
    /// <summary>What Telegram takes in one message, counted in code points after its markup is parsed.</summary>
    public const int MostCodePoints = 4096;

    /// <summary>The messages that it comes to: cut between paragraphs, and inside one only where it alone is too long. Buttons stand under the last one, and a file follows by itself.</summary>
    public static IReadOnlyList<Message> Split(Message message)
    {
        if (message is { File: { } file, Paragraphs.Count: > 0 })
        {
            return [.. Split(message with { File = null }), new Message([], []) { File = file, Key = message.Key, Silent = true }];
        }

        var parts = MessageParts.Of(message, MostCodePoints, p => p.Spans.Sum(s => CodePoints(s.Text)) + 1, Cut);
        return [.. parts.Select((part, i) => i == 0 ? part : part with { ReplyTo = null })];
    }

    /// <summary>The text of a message that needs no splitting.</summary>
    public static string Html(Message message)
    {
        var text = new StringBuilder();
        foreach (var paragraph in message.Paragraphs)
        {
            foreach (var span in paragraph.Spans)
            {
                Append(text, span);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
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
