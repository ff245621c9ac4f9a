namespace Bot.Sources.Dates;

/// <summary>ISO 8601 and W3C-DTF, tolerant: 2024-06-03T09:05:00+08:00, 2024-06-03 9:05, 20240603T090500Z, 2024-06, 2024, 2024-155, 2024/06/03.</summary>
internal static class IsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = new() { Month = 1, Day = 1 };
        var at = 0;
        if (Digits(text, ref at, 8) is not { } head)
        {
            return false;
        }

        switch (head.Count)
        {
            case 8:
                (parts.Year, parts.Month, parts.Day) = (head.Value / 10000, head.Value / 100 % 100, head.Value % 100);
                break;
            case 4 or 7 when head.Value >= 0:
                parts.Year = head.Count == 4 ? head.Value : head.Value / 1000;
                if (!(head.Count == 4 ? MonthAndDay(text, ref at, ref parts) : DayOfYear(head.Value % 1000, ref parts)))
                {
                    return false;
                }

                break;
            case 6 when at == text.Length && head.Value / 100 is >= 1900 and < 2100:
                (parts.Year, parts.Month) = (head.Value / 100, head.Value % 100);
                return parts.Month is >= 1 and <= 12;
            default:
                return false;
        }

        if (at == text.Length)
        {
            return true;
        }

        var before = at;
        while (at < text.Length && text[at] is 'T' or 't' or ' ' or '_')
        {
            at++;
        }

        return at == text.Length || (at > before || text[at] is 'Z' or 'z' ? ClockTime.TryRead(text[at..], ref parts) : ZoneOffset.TryRead(text[at..], ref parts.Offset));
    }

    private static bool MonthAndDay(ReadOnlySpan<char> text, ref int at, ref DateParts parts)
    {
        if (at == text.Length || text[at] is not ('-' or '/' or '.'))
        {
            return at == text.Length || text[at] is 'T' or 't';
        }

        var separator = text[at++];
        if (Digits(text, ref at, 3) is not { } month)
        {
            return false;
        }

        if (month.Count == 3 && (at == text.Length || text[at] != separator))
        {
            return DayOfYear(month.Value, ref parts);
        }

        parts.Month = month.Value;
        if (at == text.Length || text[at] is 'T' or 't')
        {
            return true;
        }

        if (text[at] != separator)
        {
            return false;
        }

        at++;
        if (Digits(text, ref at, 2) is not { } day)
        {
            return false;
        }

        parts.Day = day.Value;
        return true;
    }

    private static bool DayOfYear(int day, ref DateParts parts)
    {
        if (day is < 1 or > 366 || parts.Year is < 1 or > 9998)
        {
            return false;
        }

        var date = new DateOnly(parts.Year, 1, 1).AddDays(day - 1);
        (parts.Month, parts.Day) = (date.Month, date.Day);
        return date.Year == parts.Year;
    }

    internal static (int Value, int Count)? Digits(ReadOnlySpan<char> text, ref int at, int most)
    {
        int value = 0, count = 0;
        while (at < text.Length && count < most && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + text[at++] - '0';
            count++;
        }

        return count == 0 ? null : (value, count);
    }
}
