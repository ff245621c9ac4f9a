using System.Globalization;

namespace Bot.Sources.Dates;

/// <summary>
/// Dates whose parts are told by what stands beside them: RFC 822 and its many mistakes, C's and Java's own forms,
/// 2024年6月3日 上午9时5分, 2004년 05월 28일 오후 01:31:15, June 3rd, 2024 9:05 PM, 03.06.2024 09:05.
/// </summary>
internal static class WordedDate
{
    public static DateParts? Read(string text, bool chinese)
    {
        var parts = new DateParts();
        List<(int Value, int Digits, char After)> numbers = [];
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (!Number(text, ref i, ref parts, numbers))
                {
                    return null;
                }
            }
            else if (c is '+' or '-' && parts.HasTime && parts.Offset is null && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                var end = End(text, i + 1, x => char.IsAsciiDigit(x) || x == ':');
                if (!ZoneOffset.TryRead(text.AsSpan(i, end - i), ref parts.Offset))
                {
                    return null;
                }

                i = end;
            }
            else if (char.IsLetter(c))
            {
                Word(text, ref i, ref parts, chinese);
            }
            else
            {
                i++;
            }
        }

        Era(text, numbers);
        return Assign(ref parts, numbers) ? parts : null;
    }

    /// <summary>Years of the Republic of China and of Japan's emperors: 民國113年, 令和6年.</summary>
    private static void Era(string text, List<(int Value, int Digits, char After)> numbers)
    {
        var before = text.Contains("民國", StringComparison.Ordinal) || text.Contains("民国", StringComparison.Ordinal) ? 1911
            : text.Contains("令和", StringComparison.Ordinal) ? 2018
            : text.Contains("平成", StringComparison.Ordinal) ? 1988 : 0;
        if (before > 0 && numbers.FindIndex(n => n is { After: '年', Digits: < 4 }) is >= 0 and var year)
        {
            numbers[year] = (numbers[year].Value + before, 4, '年');
        }
    }

    private static bool Number(string text, ref int i, ref DateParts parts, List<(int, int, char)> numbers)
    {
        var end = End(text, i, char.IsAsciiDigit);
        if (end - i > 8)
        {
            return false;
        }

        var value = int.Parse(text.AsSpan(i, end - i), CultureInfo.InvariantCulture);
        var after = end < text.Length ? text[end] : '\0';
        if (!parts.HasTime && after is ':' or '时' or '時' or '시' or '点' && value <= 24 && end - i <= 2)
        {
            i = Time(text, i, ref parts);
            return true;
        }

        numbers.Add((value, end - i, after));
        i = end;
        return true;
    }

    private static int Time(string text, int i, ref DateParts parts)
    {
        parts.HasTime = true;
        Span<int> fields = [0, 0, 0];
        for (var field = 0; field < 3 && i < text.Length && char.IsAsciiDigit(text[i]); field++)
        {
            var end = End(text, i, char.IsAsciiDigit);
            fields[field] = end - i > 2 ? 99 : int.Parse(text.AsSpan(i, end - i), CultureInfo.InvariantCulture);
            i = end;
            if (i >= text.Length || text[i] is not (':' or '时' or '時' or '시' or '点' or '分' or '분' or '秒' or '초'))
            {
                break;
            }

            i++;
            while (i < text.Length && text[i] == ' ' && field < 2)
            {
                i++;
            }
        }

        if (i < text.Length && text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            i = End(text, i + 1, char.IsAsciiDigit);
        }

        (parts.Hour, parts.Minute, parts.Second) = (fields[0], fields[1], fields[2]);
        return i;
    }

    private static void Word(string text, ref int i, ref DateParts parts, bool chinese)
    {
        var end = End(text, i, x => char.IsLetter(x) || x == '\u0301');
        var word = text.AsSpan(i, end - i);
        i = end;
        if (MonthNames.Of(word) is > 0 and var month && (parts.Month == 0 || parts.IsMonthDoubtful))
        {
            // "mar., 02 juin": at the start it may be a Tuesday.
            parts.IsMonthDoubtful = parts.Month == 0 && word.Equals("mar", StringComparison.OrdinalIgnoreCase);
            parts.Month = month;
            parts.NamesMonth = true;
            return;
        }

        if (word.Length == 1 && (word[0] | ' ') is 'a' or 'p' && text.AsSpan(end) is ['.', 'm' or 'M', ..])
        {
            // a.m., p.m.
            (parts.IsMorning, parts.IsAfternoon) = (word[0] is 'a' or 'A', word[0] is 'p' or 'P');
            i += 2;
            return;
        }

        if (word is "PM" or "pm" or "Pm" or "μμ" || EndsWith(word, "下午", "晚上", "傍晚", "오후", "午後"))
        {
            parts.IsAfternoon = true;
            return;
        }

        if (word is "AM" or "am" or "Am" or "πμ" || EndsWith(word, "上午", "凌晨", "早上", "오전", "午前"))
        {
            parts.IsMorning = true;
            return;
        }

        if (!parts.HasTime || parts.Offset is not null)
        {
            return;
        }

        // "UTC+8", "GMT-03:30": the sign belongs to the name before it.
        if (i + 1 < text.Length && text[i] is '+' or '-' && char.IsAsciiDigit(text[i + 1]) && ZoneNames.Find(word, chinese) is not null)
        {
            return;
        }

        // Java writes "Mon Jun 03 09:05:00 CST 2024", with the zone before the year; that it is Java says nothing about where it runs.
        parts.Offset = ZoneNames.Find(word, chinese);
    }

    /// <summary>Which of the numbers that are no time is the year, the month and the day.</summary>
    private static bool Assign(ref DateParts parts, List<(int Value, int Digits, char After)> numbers)
    {
        if (numbers.Count is 0 or > 4)
        {
            return false;
        }

        // Of two digits a year, as RFC 822 had them: 70 is 1970, 69 is 2069.
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is { Digits: <= 2, Value: > 31 } or { Digits: <= 2, After: '年' })
            {
                numbers[i] = (Century(numbers[i].Value), 4, numbers[i].After);
            }
        }

        var year = numbers.FindIndex(n => n.After is '年' or '년');
        year = year >= 0 ? year : numbers.FindIndex(n => n.Digits == 4 || n.Value > 31);
        if (numbers is [{ Digits: 8 } whole])
        {
            (parts.Year, parts.Month, parts.Day) = (whole.Value / 10000, whole.Value / 100 % 100, whole.Value % 100);
            return true;
        }

        if (parts.Month > 0)
        {
            // A month's name: the day, then the year (which may have two digits); either may stand first.
            if (numbers.Count < 2)
            {
                parts.Day = 1;
                parts.Year = numbers[0].Digits == 4 ? numbers[0].Value : 0;
                return parts.Year > 0;
            }

            year = year >= 0 ? year : 1;
            parts.Year = numbers[year].Digits <= 2 ? Century(numbers[year].Value) : numbers[year].Value;
            parts.Day = numbers[year == 0 ? 1 : 0].Value;
            return true;
        }

        if (numbers.Count < 3)
        {
            if (numbers.Count == 2 && year == 0)
            {
                (parts.Year, parts.Month, parts.Day) = (numbers[0].Value, numbers[1].Value, 1);
                return true;
            }

            return false;
        }

        var (a, b, c) = (numbers[0].Value, numbers[1].Value, numbers[2].Value);
        (parts.Year, parts.Month, parts.Day) = year switch
        {
            0 => (a, b, c),
            2 or < 0 when numbers[0].After == '/' && (a <= 12 || b > 12) => (Century(c), a, b),
            2 => (c, b, a),
            _ => numbers[0].After == '-' ? (Century(a), b, c) : (Century(c), b, a),
        };
        return true;
    }

    public static int Century(int year) => year >= 100 ? year : year < 70 ? year + 2000 : year + 1900;

    /// <summary>In Chinese the words run together: 3日下午.</summary>
    private static bool EndsWith(ReadOnlySpan<char> word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int End(string text, int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }
}
