namespace Bot.Sources.Dates;

/// <summary>RFC 822 as it should be, which is most of what RSS has: Thu, 19 Nov 2026 10:20:00 +0800. Whatever is a little different is <see cref="WordedDate"/>'s.</summary>
internal static class MailDate
{
    public static bool TryRead(ReadOnlySpan<char> text, bool chinese, out DateParts parts)
    {
        parts = default;
        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
        {
            text = text[5..];
        }

        var at = 0;
        if (IsoDate.Digits(text, ref at, 2) is not { } day || text.Length < at + 14 || text[at] != ' ' || text[at + 4] != ' ' || MonthNames.Of(text.Slice(at + 1, 3)) is not (> 0 and var month))
        {
            return false;
        }

        at += 5;
        if (IsoDate.Digits(text, ref at, 4) is not { Count: 4 } year || at == text.Length || text[at] != ' ')
        {
            return false;
        }

        (parts.Year, parts.Month, parts.Day, parts.NamesMonth) = (year.Value, month, day.Value, true);
        var time = text[(at + 1)..];
        if (time.Length < 5 || time[2] != ':' || !Two(time, 0, out parts.Hour) || !Two(time, 3, out parts.Minute))
        {
            return false;
        }

        var rest = 5;
        if (time.Length >= 8 && time[5] == ':')
        {
            rest = 8;
            if (!Two(time, 6, out parts.Second))
            {
                return false;
            }
        }

        return rest < time.Length && time[rest] == ' ' && ZoneOffset.TryRead(time[rest..], ref parts.Offset, chinese);
    }

    private static bool Two(ReadOnlySpan<char> text, int at, out int value)
    {
        value = ((text[at] - '0') * 10) + text[at + 1] - '0';
        return char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]);
    }
}
