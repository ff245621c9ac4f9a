using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Signs;

/// <summary>
/// What a page has that belongs to no article. A line is furniture when little is left of it once the things that furniture
/// is made of (date, weekday, page, editors, hotline, address, the paper's name) are taken out.
/// </summary>
internal static partial class Furniture
{
    [GeneratedRegex(@"(?<y>20\d\d|19\d\d)\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日|(?<y>20\d\d)[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})")]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"二[〇零○O0][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")]
    private static partial Regex WrittenDate { get; }

    [GeneratedRegex(@"(?:星期|礼拜|周)[一二三四五六日天]|(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:农历)?(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)(?:初|十|廿|二十|三十)[一二三四五六七八九十]?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年")]
    private static partial Regex Weekday { get; }

    [GeneratedRegex(@"第?\s*(?<p>[A-Z]?\s*\d{1,2}|[一二三四五六七八九十]{1,2})\s*版(?![权本])|(?<![A-Za-z0-9])(?<p>[A-Z]\s?\d{2})(?![A-Za-z0-9])|今日\s*\d+\s*版|总第\s*\d+\s*期|第\s*\d{2,}\s*期|^\s*(?<p>\d{1,2})\s*$")]
    private static partial Regex Page { get; }

    [GeneratedRegex(@"(?:责任编辑|责编|编辑|本版编辑|本版责编|版式|版式设计|美术编辑|美编|校对|责校|校审|审读|审校|组版|排版|制版|值班编委|值班总编|值班主任|值班编辑|主编|副主编|总编辑|执行主编|编审|监制|统筹|策划|视觉|责任校对|電郵|實習編輯|見習編輯)(?!同志|部|先生|手记|[按荐]|寄语|后记|札记|点评)\s*[:：/]?\s*[\u4E00-\u9FFF]\s?[\u4E00-\u9FFF·]{1,3}(?:[\s、]+[\u4E00-\u9FFF]\s?[\u4E00-\u9FFF·]{1,3}(?![:：]))*")]
    private static partial Regex Editors { get; }

    [GeneratedRegex(@"(?:[\u4E00-\u9FFF]{0,6}(?:热线|电话|传真|邮箱|信箱|邮编|邮政编码|网址|地址|社址|微信|公众号|QQ|E-?mail|订阅|投稿|发行|广告|代号|刊号|CN|零售|定价|每份|印刷|承印|印刷厂|客户端|许可证)[\u4E00-\u9FFF]{0,6})\s*[:：]?\s*[（(]?[A-Za-z0-9@._\-—/()（）\s、,，]*(?:[\u4E00-\u9FFF]{2,20}(?:路|街|号|楼|厦|厂|公司|局)\s*\d*\s*号?)?(?:元|分)?", RegexOptions.IgnoreCase)]
    private static partial Regex Contact { get; }

    /// <summary>Whom to call or write to, without saying where: 新闻热线, 投稿邮箱. A column's name (律师信箱, 市民热线回音壁) is none.</summary>
    [GeneratedRegex(@"^(?:(?:本报|新闻|投稿|读者|编辑部|广告|发行|订阅|监督|值班|举报)*(?:热线|电话|传真|邮箱|地址|社址|邮编|邮政编码|网址|微信|公众号|刊号|代号)|零售价?|定价|广告许可证|.{0,8}印刷)$")]
    private static partial Regex Desk { get; }

    [GeneratedRegex(@"(?:https?://|www\.)[\w./?=&%\-]+|[\w.\-]+@[\w.\-]+|(?<!\d)(?:0\d{2,3}[-—– ]?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"(?<paper>[\u4E00-\u9FFF]{2,8}(?:日报|晚报|时报|法治报|法制报|早报|晨报|商报|周报|周刊|导报|(?<![警情海捷简通快预申上汇播举填谎壁画日])报))(?![道告名送复考社警表])")]
    private static partial Regex Paper { get; }

    [GeneratedRegex(@"^(?:主办单位|主管主办|主管|主办|出版|协办|国内统一.*|.{0,12}出版社?|.{2,14}(?:主管|主办|出版)(?=[:：\s]|$))[:：]?")]
    private static partial Regex Publisher { get; }

    [GeneratedRegex(@"^[（(【]?\s*(?:(?<to>下转|转)|(?<from>上接|接))\s*第?\s*(?<p>[A-Z]?\s*\d{1,2}|[一二三四五六七八九十]{1,2})\s*版[^。]{0,24}[）)】]?$")]
    private static partial Regex Jump { get; }

    [GeneratedRegex(@"[（(【]\s*(?:(?<to>下转)|(?<from>上接))\s*第?\s*(?<p>[A-Z]?\s*\d{1,2}|[一二三四五六七八九十]{1,2})\s*版[^）)】]{0,30}[）)】]")]
    private static partial Regex InlineJump { get; }

    // Each pattern is tried only where one of the characters stands that all its alternatives have.
    private static readonly SearchValues<char> _editorSigns = SearchValues.Create("编編版校审责监统策视郵任");

    private static readonly SearchValues<char> _weekdaySigns = SearchValues.Create("星礼周月年");

    private static readonly SearchValues<char> _contactWords = SearchValues.Create("线话真箱编址信号订稿行广告零定份印户许EeQqCc");

    private static readonly SearchValues<char> _pageSigns = SearchValues.Create("版期");

    private static readonly SearchValues<char> _paperSigns = SearchValues.Create("报刊");

    private static readonly SearchValues<char> _publisherSigns = SearchValues.Create("主出协国版管办");

    private static readonly SearchValues<char> _addressSigns = SearchValues.Create("@/.");

    private static readonly SearchValues<char> _contactSigns = SearchValues.Create("0123456789:：@.");

    private static readonly SearchValues<char> _sentenceMarks = SearchValues.Create("，。；？！“”");

    private static readonly SearchValues<char> _marks = SearchValues.Create("0123456789：:/@.版报編编校审責责星礼周年月农二〇主承协出监统策视排制组值址箱线话真编网号");

    public static bool Is(string line)
    {
        if (line.Length > 90)
            return false;
        // Nothing that furniture is made of can match: most lines of text end here.
        if (line.AsSpan().IndexOfAny(_marks) < 0)
            return IsLatinOrnament(line);
        var rest = line;
        var strength = 0;
        var digits = Digits(rest);
        strength += Has(rest, _editorSigns) ? Take(ref rest, Editors, 2) : 0;
        strength += digits >= 7 || Has(rest, _addressSigns) ? Take(ref rest, Address, 2) : 0;
        strength += digits >= 6 ? Take(ref rest, Date, 1) : 0;
        strength += Take(ref rest, WrittenDate, 1);
        strength += Has(rest, _weekdaySigns) ? Take(ref rest, Weekday, 1) : 0;
        strength += Has(rest, _contactWords) ? TakeContact(ref rest) : 0;
        strength += digits > 0 || Has(rest, _pageSigns) ? Take(ref rest, Page, 1) : 0;
        var printed = strength > 0;
        strength += Has(rest, _paperSigns) ? Take(ref rest, Paper, printed || line.Length <= 8 ? 2 : 0) : 0;
        strength += Has(rest, _publisherSigns) ? Take(ref rest, Publisher, 1) : 0;
        if (strength == 0)
            return IsLatinOrnament(line);
        var han = 0;
        var letters = 0;
        foreach (var c in rest)
        {
            han += Glyphs.IsHan(c) ? 1 : 0;
            letters += char.IsLetterOrDigit(c) && !Glyphs.IsHan(c) ? 1 : 0;
        }

        // A sentence that speaks of a hotline or a date is none.
        if (line.AsSpan().IndexOfAny(_sentenceMarks) >= 0 && strength < 2 + (han / 3.0))
            return false;
        // A section's name (要闻, 法治时评) may stand beside date and page.
        return han <= (strength >= 2 ? 6 : 2) && letters <= 24;
    }

    /// <summary>下转第4版, 上接第1版: the page of the other part, and which way it lies.</summary>
    public static (string Page, bool Onwards, int Index, int Length)? JumpIn(string text)
    {
        if (!text.Contains('版', StringComparison.Ordinal))
            return null;
        var jump = Jump.Match(text);
        if (!jump.Success)
            jump = InlineJump.Match(text);
        return jump.Success ? (PageNumber(jump.Groups["p"].Value), jump.Groups["to"].Success, jump.Index, jump.Length) : null;
    }

    /// <summary>What the line says of the edition; null where it says nothing.</summary>
    public static Edition? Masthead(string line)
    {
        var date = Date.Match(line);
        var page = Page.Match(line);
        var paper = Paper.Match(line);
        DateOnly? day = date.Success && DateOnly.TryParseExact(
            $"{date.Groups["y"].Value}-{date.Groups["m"].Value}-{date.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        var number = page.Success && page.Groups["p"].Success ? PageNumber(page.Groups["p"].Value) : null;
        var name = paper.Success ? paper.Groups["paper"].Value : null;
        return day is null && number is null && name is null ? null : new(name, day, number);
    }

    private static bool Has(string text, SearchValues<char> signs) => text.AsSpan().ContainsAny(signs);

    private static int Digits(string text)
    {
        var digits = 0;
        foreach (var c in text)
            digits += char.IsDigit(c) ? 1 : 0;
        return digits;
    }

    private static bool IsLatinOrnament(string line)
    {
        var lower = 0;
        var upper = 0;
        foreach (var c in line)
        {
            if (Glyphs.IsWide(c) || (char.IsLetter(c) && c > 0x24F))
                return false;
            lower += char.IsLower(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper + lower == 0 || (upper > lower && line.Length < 60);
    }

    private static int Take(ref string text, Regex pattern, int worth)
    {
        if (!pattern.IsMatch(text))
            return 0;
        text = pattern.Replace(text, " ");
        return worth;
    }

    /// <summary>新闻热线：… names itself by a colon, a number or an address; 拨打热线反映 does not.</summary>
    private static int TakeContact(ref string text)
    {
        var match = Contact.Match(text);
        if (!match.Success || (match.ValueSpan.IndexOfAny(_contactSigns) < 0 && !Desk.IsMatch(text)))
            return 0;
        return Take(ref text, Contact, 1);
    }

    private static string PageNumber(string printed)
    {
        var text = printed.Replace(" ", "", StringComparison.Ordinal);
        const string digits = "零一二三四五六七八九";
        if (text.Length == 0 || !(text[0] == '十' || digits.Contains(text[0], StringComparison.Ordinal)))
            return text.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : text;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        var value = ten < 0 ? digits.IndexOf(text[0], StringComparison.Ordinal)
            : (ten == 0 ? 10 : 10 * digits.IndexOf(text[0], StringComparison.Ordinal)) + (ten + 1 < text.Length ? digits.IndexOf(text[ten + 1], StringComparison.Ordinal) : 0);
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
