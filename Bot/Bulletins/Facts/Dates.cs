using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>A date as it stands in the text, counted out to a day.</summary>
internal readonly record struct DateHit(int Start, int Length, DateOnly Date, bool IsFull)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds dates and counts them out against the edition. A date without a year is of the edition's year, or of the year before or
/// after it around New Year; the end of a range and the later dates of a list take year and month from the date before. A bare
/// "15日" is a date only there: elsewhere it is mostly a period (15日内). What can't be counted out is left alone.
/// </summary>
internal static partial class Dates
{
    private static readonly System.Buffers.SearchValues<char> _signs = System.Buffers.SearchValues.Create("日天号周期起");

    public static List<DateHit> Find(string text, DateOnly? edition)
    {
        var hits = new List<DateHit>();
        if (text.AsSpan().IndexOfAny(_signs) < 0 && text.AsSpan().IndexOfAny('-', '/', '.') < 0)
            return hits;
        foreach (Match match in Dated().Matches(text))
        {
            if (Resolve(match, text, edition, hits.Count > 0 ? hits[^1] : null) is { } hit)
                hits.Add(hit);
        }

        return hits;
    }

    /// <summary>A text that is nothing but a full date, such as a signature's last line.</summary>
    public static DateOnly? Whole(string text)
    {
        var trimmed = text.Trim(' ', '　', '（', '）', '(', ')', '\t').Replace(" ", "", StringComparison.Ordinal);
        return trimmed.Length is >= 8 and <= 12 && Find(trimmed, null) is [{ Start: 0, IsFull: true } hit] && hit.Length == trimmed.Length ? hit.Date : null;
    }

    private static DateHit? Resolve(Match match, string text, DateOnly? edition, DateHit? last)
    {
        if (match.Groups["w"].Success)
            return edition is { } day && OfWord(match.Value, day) is { } word ? new DateHit(match.Index, match.Length, word, false) : null;
        if (match.Groups["f"].Success)
        {
            var ofYear = match.Groups["fy"].Value switch { "今" or "本" => edition?.Year, "明" => edition?.Year + 1, var y => Numerals.ParseInt(y) };
            return Make(match, ofYear, 1, 1, match.Groups["fy"].Length == 4);
        }

        if (match.Groups["iy"].Success)
            return Make(match, Numerals.ParseInt(match.Groups["iy"].ValueSpan), Numerals.ParseInt(match.Groups["im"].ValueSpan), Numerals.ParseInt(match.Groups["id"].ValueSpan), true);

        var tied = last is { } l && Ties(text.AsSpan(l.End, match.Index - l.End)) ? last : null;
        var dayOfMonth = Numerals.ParseInt(match.Groups["d"].ValueSpan);
        var monthText = match.Groups["m"].ValueSpan;
        var yearText = match.Groups["y"].ValueSpan;
        int? month = monthText.IsEmpty ? tied?.Date.Month : monthText is "本" or "当" or "这个" ? edition?.Month : Numerals.ParseInt(monthText);
        if (monthText is "上" or "下")
        {
            var moved = edition?.AddDays(1 - edition.Value.Day).AddMonths(monthText is "上" ? -1 : 1);
            return Make(match, moved?.Year, moved?.Month, dayOfMonth, false);
        }

        int? year = yearText switch
        {
            "" when tied is { } t => month < t.Date.Month ? t.Date.Year + 1 : t.Date.Year,
            "" => OfYear(edition, month, monthText is "本"),
            "今" or "本" or "当" => edition?.Year,
            "去" => edition?.Year - 1,
            "明" => edition?.Year + 1,
            _ => Numerals.ParseInt(yearText),
        };
        if (monthText.IsEmpty && (tied is null || (match.Groups["u"].Value == "号")))
            return null;
        return Make(match, year, month, dayOfMonth, yearText.Length == 4);
    }

    private static int? OfYear(DateOnly? edition, int? month, bool thisMonth) => (edition, month) switch
    {
        (null, _) or (_, null) => null,
        ({ Month: <= 2 } e, >= 11) when !thisMonth => e.Year - 1,
        ({ Month: >= 11 } e, <= 2) when !thisMonth => e.Year + 1,
        ({ } e, _) => e.Year,
    };

    private static DateOnly? OfWord(string word, DateOnly edition) => word switch
    {
        "今日" or "今天" or "今" => edition,
        "昨日" or "昨天" or "昨" => edition.AddDays(-1),
        "前天" or "前日" => edition.AddDays(-2),
        "明日" or "明天" or "明" => edition.AddDays(1),
        "后天" => edition.AddDays(2),
        _ when word.Length > 2 => OfWeek(word, edition),
        _ => null,
    };

    /// <summary>上周五, 本周一: weeks begin on Monday.</summary>
    private static DateOnly OfWeek(string word, DateOnly edition)
    {
        var monday = edition.AddDays(-(((int)edition.DayOfWeek + 6) % 7));
        var day = word[^1] is '日' or '天' ? 6 : "一二三四五六".IndexOf(word[^1], StringComparison.Ordinal);
        return monday.AddDays(day + (word[0] == '上' ? -7 : word[0] == '下' ? 7 : 0));
    }

    private static bool Ties(ReadOnlySpan<char> between) => between.Trim() is "至" or "到" or "—" or "－" or "-" or "~" or "～" or "、" or "和" or "及" or "——" or "起至" or "与" or "或" || (between.Length <= 14 && between.StartsWith("（") && between[^1] is '）' or '至' or '、');

    private static DateHit? Make(Match match, int? year, int? month, int? day, bool full)
    {
        if (year is not (>= 1900 and <= 2200) || month is not (>= 1 and <= 12) || day is not >= 1 || day > DateTime.DaysInMonth(year.Value, month.Value))
            return null;
        return new DateHit(match.Index, match.Length, new DateOnly(year.Value, month.Value, day.Value), full);
    }

    [GeneratedRegex(@"(?<w>[昨今明](?=起(?:正式|全面)?(?:施行|实施|执行|生效))|昨日|昨天|今日|今天|明日|明天|前天|后天|[本上下这](?:周|星期)[一二三四五六日天](?!至))|(?<f>(?<fy>[0-9]{4}|今|明)年元旦)(?=起)|(?<![0-9])(?<iy>(?:19|20)[0-9]{2})(?<s>[-/.])(?<im>[0-9]{1,2})\k<s>(?<id>[0-9]{1,2})(?![0-9])|(?<![0-9０-９第])(?:(?<y>[0-9０-９]{4}|[〇○零一二三四五六七八九]{4}|今|去|明|本|当)\s?年\s?)?(?:(?<m>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|本|上|下|当)\s?月\s?)?(?<d>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s?(?<u>日|号)(?!内|以内|以上|以下|常|用|期)")]
    private static partial Regex Dated();
}
