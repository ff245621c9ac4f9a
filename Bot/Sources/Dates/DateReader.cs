using System.Globalization;
using System.Text;

namespace Bot.Sources.Dates;

/// <summary>
/// Dates in every form that is found in the wild: RFC 822 with odd zones, ISO 8601 with and without its separators, C's and Java's own,
/// Chinese, Japanese and Korean ones, seconds since 1970. What names no zone is taken in the source's.
/// </summary>
internal static class DateReader
{
    private const int LongestDate = 100;

    /// <param name="chinese">Whether the text around is Chinese, where CST is China's time and not Chicago's.</param>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone, bool chinese = false)
    {
        if (text is null || text.Length > LongestDate * 4)
        {
            return null;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed is ['(' or '（' or '[', .., ')' or '）' or ']'])
        {
            trimmed = trimmed[1..^1].Trim();
        }

        if (trimmed.Length is < 4 or > LongestDate)
        {
            return null;
        }

        if (Region(trimmed) is var (place, length))
        {
            zone = place;
            trimmed = trimmed[..^length].TrimEnd();
        }

        return MailDate.TryRead(trimmed, chinese, out var parts) || IsoDate.TryRead(trimmed, out parts) || RareIsoDate.TryRead(trimmed, out parts) || Epoch(trimmed, out parts) || RunTogether(trimmed, out parts)
            ? parts.Moment(zone)
            : WordedDate.Read(Folded(trimmed), chinese)?.Moment(zone);
    }

    /// <summary>A zone's own name at the end, such as Asia/Shanghai, and how long it is.</summary>
    private static (TimeZoneInfo Zone, int Length)? Region(ReadOnlySpan<char> text)
    {
        var slash = char.IsAsciiLetter(text[^1]) ? text.LastIndexOf('/') : -1;
        if (slash < 1 || !char.IsAsciiLetter(text[slash - 1]))
        {
            return null;
        }

        var name = text[(text[..slash].LastIndexOf(' ') + 1)..];
        return TimeZoneInfo.TryFindSystemTimeZoneById(name.ToString(), out var zone) ? (zone, name.Length) : null;
    }

    /// <summary>Ten digits are seconds since 1970, thirteen are milliseconds.</summary>
    private static bool Epoch(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        if (text.Length is not (10 or 13) || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var number = long.Parse(text, CultureInfo.InvariantCulture);
        var moment = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        parts = new() { Year = moment.Year, Month = moment.Month, Day = moment.Day, Hour = moment.Hour, Minute = moment.Minute, Second = moment.Second, Ticks = moment.Millisecond * TimeSpan.TicksPerMillisecond, Offset = TimeSpan.Zero };
        return true;
    }

    /// <summary>20240603090500.</summary>
    private static bool RunTogether(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = default;
        return text.Length == 14 && !text.ContainsAnyExceptInRange('0', '9') && IsoDate.TryRead($"{text[..8]}T{text[8..]}", out parts);
    }

    /// <summary>Full-width digits and signs as ASCII ones, Chinese numerals as digits, comments in brackets left out.</summary>
    private static string Folded(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('\0', '\u007F') && text.IndexOf('(') < 0)
        {
            return text.ToString();
        }

        var folded = new StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i] is '\u3000' or '\u00A0' ? ' ' : text[i];
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
            {
                folded.Append(ChineseNumerals.Digit(c) is >= 0 and var digit && ChineseNumerals.IsNumberAt(text, i) ? (char)('0' + digit) : c);
            }

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return ChineseNumerals.Tens(folded.ToString());
    }
}
