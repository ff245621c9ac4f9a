using System.Globalization;

namespace Bot.Sources.Dates;

/// <summary>What ISO 8601 had before 2004 or has beside days and months: 031231, 03335, -0312, -03-12, 2024-W23-1, 2024W231.</summary>
internal static class RareIsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        return text.Length > 6 && text[4..6].Contains('W') ? Week(text, ref parts) : OfTwoDigitYear(text, ref parts);
    }

    private static bool Week(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var behind = text[(text.IndexOf('W') + 1)..];
        if (!Number(text[..4], out var year) || year is < 1000 or > 9998 || behind.Length < 2 || !Number(behind[..2], out var week))
        {
            return false;
        }

        var day = 1;
        var last = behind[2..].TrimStart('-');
        if (week is < 1 or > 53 || (!last.IsEmpty && (last.Length > 1 || !Number(last, out day) || day is < 1 or > 7)))
        {
            return false;
        }

        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7));
        (parts.Year, parts.Month, parts.Day) = (date.Year, date.Month, date.Day);
        return true;
    }

    private static bool OfTwoDigitYear(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var hasNoDay = text[0] == '-';
        Span<char> digits = stackalloc char[6];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
            else if (c != '-')
            {
                return false;
            }
        }

        if (count < 4 || (hasNoDay ? count != 4 : count < 5 || text.Contains('-')) || !Number(digits[..count], out var all))
        {
            return false;
        }

        var year = all / (count switch { 4 => 100, 5 => 1000, _ => 10000 });
        var date = count switch
        {
            4 => (all % 100, 1),
            5 => (1, all % 1000),
            _ => (all / 100 % 100, all % 100),
        };
        (parts.Year, parts.Month, parts.Day) = (WordedDate.Century(year), date.Item1, date.Item2);
        if (count == 5 && parts.Day is >= 1 and <= 366)
        {
            var day = new DateOnly(parts.Year, 1, 1).AddDays(parts.Day - 1);
            (parts.Month, parts.Day) = (day.Month, day.Day);
        }

        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
