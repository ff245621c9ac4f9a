using System.Globalization;

namespace Bot.Bulletins.Facts;

/// <summary>Reads numbers as they are printed: 1,200, １２, 3.5, 三百二十, 二〇二四.</summary>
internal static class Numerals
{
    public const string Chinese = "〇零一二三四五六七八九十百千两";

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    public static bool IsChinese(char c) => Chinese.Contains(c, StringComparison.Ordinal);

    /// <summary>The length of the number in figures that starts here, thousands' commas or blanks and a decimal part included; 0 for none.</summary>
    public static int Figures(string text, int at)
    {
        var i = at;
        while (i < text.Length && IsDigit(text[i]))
            i++;
        if (i == at)
            return 0;
        var comma = i < text.Length ? text[i] : '\0';
        while (i + 3 < text.Length && text[i] is ',' or '，' or ' ' && text[i] == comma && i - at <= 3 + (4 * ((i - at) / 4)) && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) && (i + 4 >= text.Length || !IsDigit(text[i + 4])))
            i += 4;
        if (i + 1 < text.Length && text[i] is '.' or '．' && IsDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && IsDigit(text[i]))
                i++;
        }

        return i - at;
    }

    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        return IsDigit(text[0]) ? ParseFigures(text) : ParseChinese(text);
    }

    public static int? ParseInt(ReadOnlySpan<char> text) => Parse(text) is { } value && value == decimal.Truncate(value) && value is >= 0 and < int.MaxValue ? (int)value : null;

    /// <summary>Without trailing zeros or an exponent.</summary>
    public static string Print(decimal value) => (value / 1.0000000000000000000000000000m).ToString("0.############################", CultureInfo.InvariantCulture);

    private static decimal? ParseFigures(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, 32)];
        var length = 0;
        foreach (var c in text)
        {
            if (c is ',' or '，' or ' ')
                continue;
            if (length == plain.Length)
                return null;
            plain[length++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c == '．' ? '.' : c;
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static decimal? ParseChinese(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('十', '百', '千') < 0)
            return Digits(text);
        long total = 0;
        long digit = 0;
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                digit = Value(c);
                if (digit < 0)
                    return null;
                continue;
            }

            total += (digit == 0 ? 1 : digit) * unit;
            digit = 0;
        }

        return total + digit;
    }

    private static decimal? Digits(ReadOnlySpan<char> text)
    {
        if (text.Length > 9)
            return null;
        long value = 0;
        foreach (var c in text)
        {
            if (Value(c) is var digit && digit < 0)
                return null;
            value = (value * 10) + digit;
        }

        return value;
    }

    private static long Value(char c) => c switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
