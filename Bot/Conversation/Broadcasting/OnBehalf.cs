using System.Globalization;
using System.Text;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>
/// A broadcast channel is configured from its administrator's own chat: the buttons of what is shown there carry the channel's number in
/// front of their action, <c>@17|topic:…</c>.
/// </summary>
internal static class OnBehalf
{
    private const int LongestNotice = 190;

    public static (long Chat, string Action)? Read(string action)
    {
        var end = action.IndexOf('|', StringComparison.Ordinal);
        return action.StartsWith('@') && end > 1 && long.TryParse(action[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var chat)
            ? (chat, action[(end + 1)..])
            : null;
    }

    /// <summary>The reply as the administrator sees it: it names the channel, and its buttons act for it.</summary>
    public static Reply For(ChatRow chat, Reply reply) => reply with
    {
        Messages = [.. reply.Messages.Select(m => For(chat, m))],
        Edited = reply.Edited is { } edited ? For(chat, edited) : null,
    };

    /// <summary>Readers of a channel tap its buttons too: what they ask for is shown to them alone, in a passing notice.</summary>
    public static Reply Aside(Reply reply)
    {
        if (reply.Notice is not null || (reply.Messages is [] && reply.Edited is null))
        {
            return new Reply([], Notice: reply.Notice);
        }

        var text = string.Join('\n', (reply.Messages is [var first, ..] ? first : reply.Edited!).Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text)))).Trim();
        return new Reply([], Notice: text.To(LongestNotice));
    }

    public static string Action(ChatRow chat, string action) => string.Create(CultureInfo.InvariantCulture, $"@{chat.Id}|{action}");

    private static Message For(ChatRow chat, Message message) => message with
    {
        Paragraphs = [new Paragraph([new Span("📣 " + (chat.Title ?? chat.Address), SpanStyle.Bold)]), .. message.Paragraphs],
        Buttons =
        [
            .. message.Buttons
                .Select(row => (IReadOnlyList<Button>)[.. row.Select(b => b.Action is { } action ? b with { Action = Action(chat, action) } : b)
                    .Where(b => b.Action is null || Encoding.UTF8.GetByteCount(b.Action) <= TapAction.MostBytes)])
                .Where(row => row.Count > 0),
        ],
    };
}
