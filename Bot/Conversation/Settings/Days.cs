using System.Globalization;

namespace Bot.Conversation;

/// <summary>A length of time as people type it: <c>7d</c>, <c>7</c>, <c>2w</c>, <c>12h</c>, <c>7天</c>. Null for anything else, and for more than a year.</summary>
internal static class Days
{
    public static readonly TimeSpan Most = TimeSpan.FromDays(365);

    public static TimeSpan? Read(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4)
        {
            return null;
        }

        var number = int.Parse(text[..digits], CultureInfo.InvariantCulture);
        TimeSpan? length = text[digits..].Trim() switch
        {
            "h" or "hour" or "hours" or "小时" => TimeSpan.FromHours(number),
            "" or "d" or "day" or "days" or "天" or "日" => TimeSpan.FromDays(number),
            "w" or "week" or "weeks" or "周" or "星期" => TimeSpan.FromDays(7 * number),
            _ => null,
        };
        return length > TimeSpan.Zero && length <= Most ? length : null;
    }
}
