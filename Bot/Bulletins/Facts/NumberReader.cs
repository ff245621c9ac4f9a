using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Document numbers: 司发〔2024〕12号 in every bracket that is printed, 某某令第5号, 某某公告2024年第12号, and courts' case numbers.
/// The organ's code before a number is made of few characters, which is how its start is found in running text.
/// </summary>
internal static partial class NumberReader
{
    private const int LongestCode = 9;

    // The characters of which organs' codes are made (机关代字): organs, fields, places, kinds of document.
    private static readonly HashSet<char> _code =
    [
        .. "国办发函政司公教财税法检院监市人社卫健民改委厅局通规字令电党组纪宣统工妇团残审农林水利交建住环保生态资源商务文旅体育科技信应急管退役军知识产权药食质粮能煤安铁航邮海关金融银证险外侨台港族宗档案密史志研参机编中央",
        .. "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔云滇藏陕秦甘陇青宁新蒙内呼包鄂乌赤锡兴阿通巴乌杭广深厦福南武成西郑济石太沈长哈合昌贵昆兰银拉县区州盟旗镇青禾宁川林泽云澜江北河西山东南岭海平",
        .. "复批议告报备行执调律矫戒公证仲普治备案督评估采招就业养残联总会协计划标准综合分督查营便企数据投促罚决处许可诉仲裁环气水价税验价格",
    ];

    // Codes of one character: 法〔2024〕123号.
    private const string Alone = "法建财教林水交民公卫环农审统";

    private static readonly SearchValues<char> _notCode = SearchValues.Create("的了在和与及对号件以见将被是由");

    private static readonly string[] _leads = ["根据", "按照", "依据", "依照", "遵照", "参照", "执行", "印发", "下发", "转发", "颁发", "废止", "公布", "发布", "落实", "贯彻", "文号为", "文号", "即", "经", "现将", "详"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        if (!s.Contains('号', StringComparison.Ordinal))
            return;
        foreach (Match match in Bracketed().Matches(s))
            ReadBracketed(text, match, found);
        foreach (Match match in Order().Matches(s))
            ReadOrder(text, match, found);
        foreach (Match match in OrderByCode().Matches(s))
        {
            if (IsCode(match.Groups["c"].ValueSpan[1..]) && Organs.EndingAt(s, match.Groups["c"].Index + match.Groups["c"].Length) is null && Numerals.ParseInt(match.Groups["n"].ValueSpan) is { } number)
                found.Add(FactKind.Number, $"{match.Groups["c"].Value}令第{number}号", text.Span(match.Groups["c"].Index, match.Index + match.Length - match.Groups["c"].Index));
        }

        foreach (Match match in Presidential().Matches(s))
        {
            if (Numerals.ParseInt(match.Groups["n"].ValueSpan) is { } number)
                found.Add(FactKind.Number, $"主席令第{number}号", text.Span(match.Index, match.Length));
        }
    }

    private static void ReadBracketed(FactText text, Match match, FactList found)
    {
        var s = text.Text;
        var year = Plain(match.Groups["y"].ValueSpan);
        var court = match.Groups["c"];
        if (court.Success)
        {
            found.Add(FactKind.CaseNumber, $"（{year}）{court.Value.Replace(" ", "", StringComparison.Ordinal)}{(match.Groups["d"].Success || court.Value.EndsWith('字') ? "第" : "")}{Plain(match.Groups["n"].ValueSpan)}号{match.Groups["x"].Value}", text.Span(match.Index, match.Length));
            return;
        }

        // 某某委员会公告〔2024〕3号: the whole name stands where others have a code.
        foreach (var kind in (ReadOnlySpan<string>)["公告", "通告", "令"])
        {
            if (!s.AsSpan(0, match.Index).EndsWith(kind, StringComparison.Ordinal))
                continue;
            if (Organs.EndingAt(s, match.Index - kind.Length) is { } organ)
            {
                var span = text.Span(organ.Start, match.Index + match.Length - organ.Start);
                AddOf(found, s.AsSpan(organ.Start, organ.Length), organ.Name, $"{kind}〔{year}〕{match.Groups["d"].Value}{Number(match)}号", span);
                found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
                return;
            }
        }

        var start = CodeStart(s, match.Index);
        // （青）市监罚字: whose place it is, in brackets before the code.
        if (start > 2 && s[start - 1] is '）' or ')' && s.LastIndexOfAny(['（', '('], start - 1, Math.Min(4, start)) is var open and >= 0 && open < start - 2 && (open == 0 || !char.IsLetter(s[open - 1])))
            start = open;
        var code = s.AsSpan(start, match.Index - start);
        // No code either where it is what is left of a longer name.
        if (code.IsEmpty || (code.Length == 1 && (!Alone.Contains(code[0], StringComparison.Ordinal) || (start > 0 && char.IsLetter(s[start - 1])))) || (code.EndsWith("公告") || code.EndsWith("通告")) && (code.Length == 2 || (start > 0 && char.IsLetter(s[start - 1]))))
            return;

        found.Add(FactKind.Number, $"{code}〔{year}〕{match.Groups["d"].Value}{Number(match)}号", text.Span(start, match.Index + match.Length - start));
    }

    /// <summary>
    /// Where the code before a number starts. Whatever stands alone before the bracket is the code; in running text, where a code's
    /// first character may be any place's, it goes back to the last word that is none of a code's.
    /// </summary>
    private static int CodeStart(string s, int end)
    {
        while (end > 0 && s[end - 1] == ' ')
            end--;
        var start = end;
        while (start > 0 && s[start - 1] is >= '\u4e00' and <= '\u9fff' && !_notCode.Contains(s[start - 1]))
            start--;
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var lead in _leads)
            {
                if (start + lead.Length < end && string.CompareOrdinal(s, start, lead, 0, lead.Length) == 0)
                {
                    start += lead.Length;
                    cut = true;
                }
            }
        }

        // 青公（治）行罚决字: who of the organ it was, in brackets.
        if (start > 3 && s[start - 1] is '）' or ')' && s.LastIndexOfAny(['（', '('], start - 1, Math.Min(5, start)) is var open and > 1 && CodeStart(s, open) is var whole && open - whole is >= 2 and <= 5)
            return whole;
        if (end - start <= LongestCode)
            return start;
        start = end;
        while (start > 0 && end - start < LongestCode && _code.Contains(s[start - 1]))
            start--;
        return start;
    }

    private static void ReadOrder(FactText text, Match match, FactList found)
    {
        var organ = Organs.EndingAt(text.Text, match.Index - (match.Index > 0 && text.Text[match.Index - 1] == ' ' ? 1 : 0));
        if (organ is null)
            return;
        var kind = match.Groups["k"].Value;
        var number = Numerals.ParseInt(match.Groups["n"].ValueSpan);
        if (number is null)
            return;
        var year = match.Groups["y"].Success ? $"{Plain(match.Groups["y"].ValueSpan)}年" : "";
        var span = text.Span(organ.Start, match.Index + match.Length - organ.Start);
        AddOf(found, text.Text.AsSpan(organ.Start, organ.Length), organ.Name, $"{kind}{match.Groups["t"].Value}{year}第{number}号", span);
        found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
        // 甲部、乙部公告: the number is counted by the last of them.
        while (organ.Start > 2 && text.Text[organ.Start - 1] is '、' or '和' or ' ' or '　' && Organs.EndingAt(text.Text, organ.Start - 1) is { } other)
        {
            found.Add(FactKind.Issuer, other.Name, text.Span(other.Start, other.Length));
            organ = other;
        }
    }

    /// <summary>A number stands as the text writes it; where that names the organ in short, the full name is beside it.</summary>
    internal static void AddOf(FactList found, ReadOnlySpan<char> written, string organ, string number, FactSpan span)
    {
        var name = WrittenName(written, organ);
        found.Add(FactKind.Number, name + number, span, name == organ ? null : organ + number);
    }

    /// <summary>中华人民共和国司法部 is 司法部; every other name stays.</summary>
    private static string WrittenName(ReadOnlySpan<char> written, string organ) => written.EndsWith(organ, StringComparison.Ordinal) ? organ : written.ToString();

    private static bool IsCode(ReadOnlySpan<char> code)
    {
        foreach (var c in code)
        {
            if (!_code.Contains(c))
                return false;
        }

        return true;
    }

    private static string Number(Match match) => Plain(match.Groups["n"].ValueSpan);

    private static string Plain(ReadOnlySpan<char> digits)
    {
        var plain = digits.ToString();
        for (var i = 0; i < 10; i++)
            plain = plain.Replace((char)('０' + i), (char)('0' + i)).Replace("〇一二三四五六七八九"[i], (char)('0' + i));
        return plain.Replace('○', '0').Replace('零', '0').Replace('－', '-').Replace('—', '-');
    }

    [GeneratedRegex(@"[〔﹝\[（(【［]\s?(?<y>(?:19|20)[0-9]{2}|[１２][０-９]{3}|二[〇○零][〇○零一二三四][〇○零一二三四五六七八九])\s?[〕﹞\]）)】］]\s?(?<c>[\u4e00-\u9fff]{1,3}\s?[0-9]{0,6}\s?[刑民行执知赔破财清司委减假督保认协商][\u4e00-\u9fff]{0,4}?|[\u4e00-\u9fff]{1,2}\s?[0-9]{2,6}\s?[诉辖非调引请监申][\u4e00-\u9fff]{0,4}?|[执民刑行知][\u4e00-\u9fff]{0,4}字|[\u4e00-\u9fff]{1,4}仲[\u4e00-\u9fff]{0,4}字)?(?<d>第)?\s?(?<n>[A-Z]{0,2}[0-9０-９]{1,7}(?:[-－—][0-9]{1,3})?(?:、[0-9０-９]{1,7}){0,9})\s?号(?<x>之[一二三四五六七八九十])?")]
    private static partial Regex Bracketed();

    // 瑶政令第166号, in the brackets after a text's name.
    [GeneratedRegex(@"(?<=[（(]原?)(?<c>[\u4e00-\u9fff-[原第]][\u4e00-\u9fff]{1,5})令\s?第\s?(?<n>[0-9０-９]{1,5})\s?号(?=[，,）)、；])")]
    private static partial Regex OrderByCode();

    [GeneratedRegex(@"主席令\s?[（(]?第\s?(?<n>[0-9]{1,5}|[〇零一二三四五六七八九十百]{1,6})\s?号")]
    private static partial Regex Presidential();

    [GeneratedRegex(@"(?<k>令|公告|通告)\s?(?<t>[〔﹝（(\[]第?[一二三四五六七八九十0-9]{1,3}届[〕﹞）)\]])?\s?[（(〔【［\[]?(?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号")]
    private static partial Regex Order();
}
