using System.Globalization;

namespace Bot.Topics;

/// <summary>Lengths of time as people type them: <c>30d</c>, <c>12h</c>, <c>2w</c>, <c>7天</c>.</summary>
internal static class TimeSpans
{
    /// <summary>Null for anything else, and for nothing or more than a hundred years.</summary>
    public static TimeSpan? Parse(string typed)
    {
        var text = typed.Trim();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 5)
        {
            return null;
        }

        var number = int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        double? days = text[digits..].Trim().ToLowerInvariant() switch
        {
            "" or "d" or "day" or "days" or "天" or "日" => number,
            "h" or "小时" => number / 24.0,
            "w" or "周" => number * 7.0,
            "m" or "个月" or "月" => number * 30.0,
            "y" or "年" => number * 365.0,
            _ => null,
        };
        return days is > 0 and <= 36_500 ? TimeSpan.FromDays(days.Value) : null;
    }
}
