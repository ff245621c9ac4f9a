using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Summaries.Model;

/// <summary>
/// The check of an English answer about a Chinese or English text. Names can't be compared letter by letter across the languages,
/// so an organ's kind must stand in the text (a court needs 法院), central organs their very name, and modals their counterparts.
/// </summary>
internal static partial class EnglishAnswer
{
    private static readonly (string English, string[] Chinese)[] _organs =
    [
        ("Supreme People's Court", ["最高人民法院", "最高法"]), ("Supreme Court", ["最高人民法院", "最高法"]), ("Supreme People's Procuratorate", ["最高人民检察院", "最高检"]), ("State Council", ["国务院", "国办"]),
        ("National People's Congress", ["全国人大", "全国人民代表大会"]), ("Ministry of Justice", ["司法部"]), ("Ministry of Public Security", ["公安部"]), ("Ministry of Finance", ["财政部"]), ("Ministry of Education", ["教育部"]),
        ("Ministry of Civil Affairs", ["民政部"]), ("Ministry of Commerce", ["商务部"]), ("Ministry of Transport", ["交通运输部"]), ("Ministry of Ecology and Environment", ["生态环境部"]), ("State Administration for Market Regulation", ["市场监管总局", "市场监督管理总局", "市监总局"]),
        ("National Development and Reform Commission", ["发展改革委", "发展和改革委员会", "发改委"]), ("China Law Society", ["中国法学会"]),
    ];

    private static readonly (string English, string[] Chinese)[] _kinds =
    [
        ("Court", ["法院", "法庭", "中院", "高院"]), ("Procuratorate", ["检察院", "检察机关", "检方"]), ("Bureau", ["局"]), ("Department", ["厅", "局", "部门", "部"]), ("Ministry", ["部"]), ("Commission", ["委员会", "委", "仲裁"]), ("Administration", ["局", "总局", "管理"]),
        ("Committee", ["委员会", "委", "组委"]), ("Association", ["协会", "学会", "律协"]), ("Government", ["政府"]), ("Council", ["院", "委员会", "理事会", "会"]), ("Police", ["公安", "警"]), ("University", ["大学"]), ("Customs", ["海关"]), ("Congress", ["代表大会", "人大"]), ("Prison", ["监狱"]), ("Chamber", ["会"]),
    ];

    private static readonly (string English, string[] Chinese)[] _modals =
    [
        ("must not", ["不得", "禁止", "严禁", "不准", "不应", "不可"]), ("may not", ["不得", "不可以", "不能"]), ("shall not", ["不得", "不应"]), ("prohibit", ["禁止", "不得", "严禁"]), ("forbid", ["禁止", "不得", "严禁"]), ("ban", ["禁止", "不得", "严禁"]),
        ("must", ["应当", "必须", "须", "应"]), ("shall", ["应当", "必须", "应", "将"]), ("may", ["可以", "可", "允许"]), ("should", ["应当", "应", "要"]), ("required", ["应当", "必须", "须", "应", "要求"]), ("obliged", ["应当", "必须", "须", "应"]), ("allowed", ["可以", "可", "允许", "准"]), ("permitted", ["可以", "可", "允许", "准"]),
    ];

    public static string? Refusal(string said, string source)
    {
        if (said.Any(c => c is >= '\u4e00' and <= '\u9fff'))
            return "it isn't in the language asked for";
        if (!DatesStand(said, source))
            return "it has a date that the text doesn't have";
        foreach (var (english, chinese) in _organs)
        {
            if (Has(said, english, ignoreCase: false) && !Has(source, english, ignoreCase: false) && !chinese.Any(c => source.Contains(c, StringComparison.Ordinal)))
                return "it has an organisation that the text doesn't have";
        }

        foreach (var (english, chinese) in _kinds)
        {
            if (Has(said, english, ignoreCase: false) && !Has(source, english, ignoreCase: false) && !chinese.Any(c => source.Contains(c, StringComparison.Ordinal)))
                return "it has an organisation that the text doesn't have";
        }

        foreach (var (english, chinese) in _modals)
        {
            if (Has(WithoutMonth(said), english, ignoreCase: true) && !Has(WithoutMonth(source), english, ignoreCase: true) && !chinese.Any(c => source.Contains(c, StringComparison.Ordinal)))
                return "it obliges or permits what the text doesn't";
        }

        return null;
    }

    /// <summary>The answer without its English dates, whose numbers are checked as dates.</summary>
    public static string WithoutDates(string said) => EnglishDate().Replace(said, " ");

    private static bool DatesStand(string said, string source)
    {
        foreach (Match match in EnglishDate().Matches(said))
        {
            if (source.Contains(match.Value, StringComparison.Ordinal))
                continue;
            var month = DateTime.ParseExact(match.Groups["m"].Value, "MMMM", CultureInfo.InvariantCulture).Month;
            var day = match.Groups["d"].Success ? match.Groups["d"].Value : match.Groups["e"].Value;
            var token = day.Length > 0 ? $"{month}月{day}日" : $"{month}月";
            var year = match.Groups["y"].Value;
            if (!source.Contains(token, StringComparison.Ordinal) && !source.Contains($"{year}-{month:00}-{day.PadLeft(2, '0')}", StringComparison.Ordinal))
                return false;
            if (year.Length > 0 && !source.Contains(year, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static bool Has(string text, string word, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var at = text.IndexOf(word, comparison); at >= 0; at = text.IndexOf(word, at + 1, comparison))
        {
            if ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length])))
                return true;
        }

        return false;
    }

    private static string WithoutMonth(string text) => EnglishDate().Replace(text, " ").Replace("May ", " ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:(?<d>[0-9]{1,2}) )?(?<m>January|February|March|April|May|June|July|August|September|October|November|December)(?: (?<e>[0-9]{1,2})(?![0-9]))?(?:,? (?<y>[0-9]{4}))?")]
    private static partial Regex EnglishDate();
}
