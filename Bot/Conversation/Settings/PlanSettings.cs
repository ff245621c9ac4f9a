using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>The pages behind /settings for digests, quiet hours and the length of alerts; each by buttons, times also by typing.</summary>
internal sealed class PlanSettings(Preferences preferences) : ITap
{
    private static readonly int[] _hours = [6, 7, 8, 9, 12, 18, 20, 21];
    private static readonly (int From, int To)[] _quiets = [(22, 7), (22, 8), (23, 7), (21, 6)];
    private static readonly DayOfWeek[] _days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public string Verb => "plan";

    public bool Configures => true;

    /// <summary><c>plan:digest</c>, <c>plan:digest:minute</c>, <c>plan:day:number</c>, <c>plan:quiet</c>, <c>plan:quiet:from:to</c>, <c>plan:off:1</c>, <c>plan:urgent:1</c>, <c>plan:length</c>, <c>plan:length:number</c>.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var chat = turn.Chat;
        switch (action.Text(0))
        {
            case "digest" when action.Number(1) is null:
            case "quiet" when action.Text(1).Length == 0:
            case "length" when action.Number(1) is null:
                return new Reply([], Page(turn, action.Text(0)));
            case "digest" when action.Number(1) is < 1440 and { } minute:
                chat.DigestMinute = (int)minute;
                break;
            case "day" when action.Number(1) is <= 6 and { } day:
                chat.DigestDay = (DayOfWeek)day;
                break;
            case "quiet" when action.Text(1) == "none":
                (chat.QuietFrom, chat.QuietTo) = (null, null);
                break;
            case "quiet" when action.Number(1) is < 1440 and { } from && action.Number(2) is < 1440 and { } to && from != to:
                (chat.QuietFrom, chat.QuietTo) = ((int)from, (int)to);
                break;
            case "off":
                chat.QuietDaysOff = action.Number(1) == 1;
                break;
            case "urgent":
                chat.QuietHoldsUrgent = action.Number(1) == 1;
                break;
            case "length" when action.Number(1) is <= (int)MessageLength.Long and { } length:
                chat.Length = (MessageLength)length;
                break;
            default:
                return new Reply([], Notice: turn.Say("stale"));
        }

        await preferences.Save(chat, cancellationToken);
        return new Reply([], Page(turn, action.Text(0)), turn.Say("settings.done"));
    }

    /// <summary><c>digest 7:30</c>, <c>quiet 22:00-7:00</c>, <c>quiet off</c>, <c>length short</c>, or their Chinese words; null where it is none of these.</summary>
    public async Task<Reply?> Typed(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split((char[])[' ', '\u3000'], 2, StringSplitOptions.RemoveEmptyEntries);
        var value = words.Length > 1 ? words[1].Trim() : "";
        var page = words.FirstOrDefault()?.ToLowerInvariant() switch
        {
            "digest" or "摘要" => "digest",
            "quiet" or "免打扰" => "quiet",
            "length" or "长度" => "length",
            _ => null,
        };
        if (page is null)
        {
            return null;
        }

        if (value.Length > 0 && !Set(turn.Chat, page, value.ToLowerInvariant()))
        {
            return Reply.With(Message.Plain(turn.Say("plan.not-understood." + page)));
        }

        await preferences.Save(turn.Chat, cancellationToken);
        return Reply.With(Page(turn, page));
    }

    private static bool Set(ChatRow chat, string page, string value)
    {
        switch (page)
        {
            case "digest" when DigestTexts.Minute(value) is { } minute:
                chat.DigestMinute = minute;
                return true;
            case "quiet" when value is "off" or "none" or "无" or "关":
                (chat.QuietFrom, chat.QuietTo) = (null, null);
                return true;
            case "quiet" when DigestTexts.Span(value) is var (from, to):
                (chat.QuietFrom, chat.QuietTo) = (from, to);
                return true;
            case "length" when value is "short" or "短":
                chat.Length = MessageLength.Short;
                return true;
            case "length" when value is "normal" or "中":
                chat.Length = MessageLength.Normal;
                return true;
            case "length" when value is "long" or "长":
                chat.Length = MessageLength.Long;
                return true;
            default:
                return false;
        }
    }

    private static Message Page(Turn turn, string of)
    {
        var draft = of switch
        {
            "digest" or "day" => Digests(turn),
            "length" => Lengths(turn),
            _ => Quiets(turn),
        };
        return draft.Row(new Button(turn.Say("plan.back"), TapAction.Of("set"))).Done();
    }

    private static Draft Digests(Turn turn)
    {
        var draft = new Draft().Bold(turn.Say("plan.digest")).Text(turn.Say("plan.digest.how"))
            .Text(DigestTexts.Of(turn, FollowMode.Daily)).Text(DigestTexts.Of(turn, FollowMode.Weekly));
        foreach (var row in _hours.Chunk(4))
        {
            draft.Row(row.Select(h => Choice(DigestTexts.Clock(h * 60), turn.Chat.Minute() == h * 60, "digest", h * 60)));
        }

        foreach (var row in _days.Chunk(4))
        {
            draft.Row(row.Select(d => Choice(DigestTexts.DayName(turn, d), turn.Chat.Day() == d, "day", (int)d)));
        }

        return draft;
    }

    private static Draft Quiets(Turn turn)
    {
        var chat = turn.Chat;
        var draft = new Draft().Bold(turn.Say("plan.quiet")).Text(turn.Say("plan.quiet.how")).Text(turn.Say("settings.quiet", DigestTexts.Quiet(turn)));
        foreach (var row in _quiets.Chunk(2))
        {
            draft.Row(row.Select(q => Choice($"{DigestTexts.Clock(q.From * 60)}–{DigestTexts.Clock(q.To * 60)}", chat.QuietFrom == q.From * 60 && chat.QuietTo == q.To * 60, "quiet", q.From * 60, q.To * 60)));
        }

        return draft
            .Row(Choice(turn.Say("quiet.none"), chat.QuietFrom is null, "quiet", "none"))
            .Row(Choice(Draft.Capital(turn.Say("quiet.days-off")), chat.QuietDaysOff, "off", chat.QuietDaysOff ? 0 : 1))
            .Row(Choice(turn.Say("quiet.urgent"), !chat.QuietHoldsUrgent, "urgent", chat.QuietHoldsUrgent ? 0 : 1));
    }

    private static Draft Lengths(Turn turn) => new Draft().Bold(turn.Say("plan.length")).Text(turn.Say("plan.length.how"))
        .Row(new[] { MessageLength.Short, MessageLength.Normal, MessageLength.Long }.Select(l => Choice(Draft.Capital(turn.Say(LengthWord(l))), turn.Chat.Length == l, "length", (int)l)));

    public static string LengthWord(MessageLength length) => length switch
    {
        MessageLength.Short => "length.short",
        MessageLength.Long => "length.long",
        _ => "length.normal",
    };

    private static Button Choice(string label, bool chosen, params object[] values) =>
        new((chosen ? Draft.Tick : "") + label, TapAction.Of("plan", values));
}
