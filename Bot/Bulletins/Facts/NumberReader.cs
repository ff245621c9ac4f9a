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
    }

    private static void ReadBracketed(FactText text, Match match, FactList found)
    {
        var s = text.Text;
        var year = Plain(match.Groups["y"].ValueSpan);
        var court = match.Groups["c"];
        if (court.Success)
        {
            found.Add(FactKind.CaseNumber, $"（{year}）{court.Value}{(court.Value.EndsWith('字') ? "第" : "")}{Plain(match.Groups["n"].ValueSpan)}号{match.Groups["x"].Value}", text.Span(match.Index, match.Length));
            return;
        }

        var start = CodeStart(s, match.Index);
        var code = s.AsSpan(start, match.Index - start);
        if (code.Length < 2 || code is "公告" or "通告")
        {
            if (code is "公告" or "通告" && Organs.EndingAt(s, start) is { } organ)
                found.Add(FactKind.Number, $"{organ.Name}{code}〔{year}〕{Number(match)}号", text.Span(organ.Start, match.Index + match.Length - organ.Start));
            return;
        }

        found.Add(FactKind.Number, $"{code}〔{year}〕{Number(match)}号", text.Span(start, match.Index + match.Length - start));
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
        var organ = Organs.EndingAt(text.Text, match.Index);
        if (organ is null)
            return;
        var kind = match.Groups["k"].Value;
        var number = Numerals.ParseInt(match.Groups["n"].ValueSpan);
        if (number is null)
            return;
        var year = match.Groups["y"].Success ? $"{Plain(match.Groups["y"].ValueSpan)}年" : "";
        var span = text.Span(organ.Start, match.Index + match.Length - organ.Start);
        found.Add(FactKind.Number, $"{organ.Name}{kind}{year}第{number}号", span);
        found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, match.Index - organ.Start));
        // 甲部、乙部公告: the number is counted by the last of them.
        while (organ.Start > 2 && text.Text[organ.Start - 1] is '、' or '和' or ' ' or '　' && Organs.EndingAt(text.Text, organ.Start - 1) is { } other)
        {
            found.Add(FactKind.Issuer, other.Name, text.Span(other.Start, other.Length));
            organ = other;
        }
    }

    /// <summary>"财政部发布第113号令", "第779号国务院令": after the issuers were read, one of which issued it.</summary>
    public static void ReadReversed(FactText text, FactList found)
    {
        var s = text.Text;
        if (!s.Contains('号', StringComparison.Ordinal))
            return;
        foreach (Match match in Reversed().Matches(s))
        {
            var organ = match.Groups["o"].Length > 0
                ? Organs.NameOf(match.Groups["o"].ValueSpan)
                : Organs.EndingAt(s, match.Index)?.Name ?? found.Facts.LastOrDefault(f => f.Kind == FactKind.Issuer && f.Span.Paragraph == text.Paragraph && IsBefore(s, f.Span, match.Index))?.Value;
            if (organ is null || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
                continue;
            var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
            found.Add(FactKind.Number, $"{organ}{match.Groups["k"].Value}{year}第{number}号", text.Span(match.Index, match.Length));
            found.Add(FactKind.Issuer, organ, text.Span(match.Index, match.Length));
        }
    }

    /// <summary>A title that ends "某某令" over a first line "第62号".</summary>
    public static void ReadUnderTitle(FactInput input, FactList found)
    {
        if (input.Title is not { } title || input.Paragraphs is not [var line, ..] || UnderTitle().Match(line) is not { Success: true } match)
            return;
        foreach (var kind in (ReadOnlySpan<string>)["令", "公告", "通告"])
        {
            if (!title.EndsWith(kind, StringComparison.Ordinal) || Organs.NameOf(title.AsSpan(0, title.Length - kind.Length)) is not { } organ
                || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
                continue;
            var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
            found.Add(FactKind.Number, $"{organ}{kind}{year}第{number}号", new FactSpan(0, match.Index, match.Length));
            found.Add(FactKind.Issuer, organ, new FactSpan(FactSpan.InTitle, 0, title.Length - kind.Length));
        }
    }

    /// <summary>"某某局关于……的通告（2024年第15号）".</summary>
    public static void ReadHeading(FactText title, FactList found)
    {
        if (Heading().Match(title.Text) is not { Success: true } match || OrganList.Parse(title.Text, 0, match.Groups["o"].Length) is not [.., var organ] || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
            return;
        var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
        found.Add(FactKind.Number, $"{organ.Name}{match.Groups["k"].Value}{year}第{number}号", title.Span(match.Groups["k"].Index, match.Length - match.Groups["k"].Index));
    }

    private static bool IsBefore(string s, FactSpan span, int at) =>
        span.Start + span.Length <= at && !s.AsSpan(span.Start + span.Length, at - span.Start - span.Length).ContainsAny('。', '；', '《');

    private static string Number(Match match) => Plain(match.Groups["n"].ValueSpan).TrimStart('0') is { Length: > 0 } number ? number : "0";

    private static string Plain(ReadOnlySpan<char> digits)
    {
        var plain = digits.ToString();
        for (var i = 0; i < 10; i++)
            plain = plain.Replace((char)('０' + i), (char)('0' + i));
        return plain;
    }

    [GeneratedRegex(@"[〔\[（(【［]\s?(?<y>(?:19|20)[0-9]{2}|[１２][０-９]{3})\s?[〕\]）)】］]\s?(?<c>[\u4e00-\u9fff]{1,3}[0-9]{0,6}[刑民行执知赔破财清司委减假督保认协商][\u4e00-\u9fff]{0,4}?)?(?:第)?\s?(?<n>[0-9０-９]{1,7})\s?号(?<x>之[一二三四五六七八九十])?")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号(?<o>[\u4e00-\u9fff]{0,14}?)(?<k>令|公告|通告)(?=[，。；、公（《予]|$)")]
    private static partial Regex Reversed();

    [GeneratedRegex(@"^(?<o>[^，。；：《》]{3,40}?)\s?关于.*的(?<k>公告|通告)\s?[（(](?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号[）)]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[（(]?(?:(?<y>[0-9]{4})年)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号[）)]?\s*$")]
    private static partial Regex UnderTitle();

    [GeneratedRegex(@"(?<k>令|公告|通告)\s?[（(]?(?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号")]
    private static partial Regex Order();
}
