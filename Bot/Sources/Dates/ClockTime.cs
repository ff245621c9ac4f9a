namespace Bot.Sources.Dates;

/// <summary>The time of an ISO date and what follows it: 09:05:00.123+08:00, 0905, 9:5, 09:05 AM, 09:05:00 CST.</summary>
internal static class ClockTime
{
    public static bool TryRead(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var at = 0;
        if (IsoDate.Digits(text, ref at, 6) is not { } head)
        {
            return ZoneOffset.TryRead(text, ref parts.Offset);
        }

        parts.HasTime = true;
        switch (head.Count)
        {
            case 1 or 2:
                parts.Hour = head.Value;
                break;
            case 4:
                (parts.Hour, parts.Minute) = (head.Value / 100, head.Value % 100);
                break;
            case 6:
                (parts.Hour, parts.Minute, parts.Second) = (head.Value / 10000, head.Value / 100 % 100, head.Value % 100);
                break;
            default:
                return false;
        }

        if (head.Count <= 2 && Next(text, ref at) is { } minute)
        {
            parts.Minute = minute;
            parts.Second = Next(text, ref at) ?? 0;
        }

        if (at < text.Length && text[at] is '.' or ',')
        {
            at++;
            Fraction(text, ref at, ref parts);
        }

        var rest = text[at..].Trim();
        if (rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase))
        {
            (parts.IsMorning, parts.IsAfternoon) = (rest[0] is 'A' or 'a', rest[0] is 'P' or 'p');
            rest = rest[2..].Trim();
        }

        return rest.IsEmpty || ZoneOffset.TryRead(rest, ref parts.Offset);
    }

    private static int? Next(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] != ':' || !char.IsAsciiDigit(text[at + 1]))
        {
            return null;
        }

        at++;
        return IsoDate.Digits(text, ref at, 2)?.Value;
    }

    private static void Fraction(ReadOnlySpan<char> text, ref int at, ref DateParts parts)
    {
        var scale = TimeSpan.TicksPerSecond;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            scale /= 10;
            parts.Ticks += (text[at++] - '0') * scale;
        }
    }
}
