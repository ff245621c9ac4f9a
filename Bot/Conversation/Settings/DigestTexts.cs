using System.Globalization;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>The times of digests and quiet hours as people read and type them.</summary>
internal static class DigestTexts
{
    public static string Of(Turn turn, FollowMode mode) => mode == FollowMode.Weekly
        ? turn.Say("digest.weekly-at", DayName(turn, turn.Chat.Day()), Clock(turn.Chat.Minute()))
        : turn.Say("digest.daily-at", Clock(turn.Chat.Minute()));

    public static string Quiet(Turn turn)
    {
        var chat = turn.Chat;
        var hours = chat is { QuietFrom: { } from, QuietTo: { } to } ? turn.Say("quiet.hours", Clock(from), Clock(to)) : null;
        var days = chat.QuietDaysOff ? turn.Say("quiet.days-off") : null;
        return hours is null && days is null ? turn.Say("quiet.never") : string.Join(turn.Say("list.comma"), new[] { hours, days }.OfType<string>());
    }

    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    public static string DayName(Turn turn, DayOfWeek day) => Texts.Words.CultureOf(turn.Language).DateTimeFormat.GetDayName(day);

    /// <summary>Minutes after midnight, from <c>8</c>, <c>08:30</c>, <c>8：30</c>, <c>8点</c>; null for anything else.</summary>
    public static int? Minute(string typed)
    {
        var text = typed.Trim().Replace('：', ':').Replace("点", ":", StringComparison.Ordinal).TrimEnd(':');
        var parts = text.Split(':');
        return parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24
            && (parts.Length == 1 ? 0 : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var typedMinute) ? typedMinute : -1) is >= 0 and < 60 and var minute
            && (hour * 60) + minute is <= 24 * 60 and var total
                ? total % (24 * 60)
                : null;
    }

    /// <summary>Two times with a dash, a tilde or 到 between.</summary>
    public static (int From, int To)? Span(string typed)
    {
        var parts = typed.Split((char[])['-', '–', '—', '~', '～', '至', '到'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Minute(parts[0]) is { } from && Minute(parts[1]) is { } to && from != to ? (from, to) : null;
    }
}
