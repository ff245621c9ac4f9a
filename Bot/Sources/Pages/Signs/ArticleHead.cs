using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>What an article opens with: dateline and by-line, in front of its first sentence.</summary>
/// <param name="Length">How many characters of the text they take, with the signs and spaces after them.</param>
internal sealed partial record ArticleHead(string? Dateline, string? Byline, IReadOnlyList<Contributor> People, int Length)
{
    private const string Ornaments = @"[■□●◆◇▲△○◎★☆▍▌│|丨\s]*";

    /// <summary>本报讯, 本报综合讯, 新华社北京6月5日电, 【本报讯】, 本報訊 …</summary>
    [GeneratedRegex(@"^" + Ornaments + @"【?\s*(?<line>(?:据|综合)?\s*(?:本\s*报|本\s*網|本\s*報|本\s*网|本\s*台|本\s*刊|新\s*华\s*社|新华网|新華社|中新社|中新网|人民网|央视新闻|央视网|[\u4E00-\u9FFF]{2,6}(?:日报|晚报|法治报|法制报|时报|新闻网))[\u4E00-\u9FFF0-9\s]{0,14}?(?:综合|綜合)?\s*(?:讯|电|消息|訊|電))\s*】?(?=[\s（(：:，。【]|记者|通讯员|实习|近日|日前|昨日|今日|今天|\d|[\u4E00-\u9FFF]|$)")]
    private static partial Regex OrganLine { get; }

    /// <summary>呼和浩特讯: a place, and then a blank, a bracket or a by-line.</summary>
    [GeneratedRegex(@"^" + Ornaments + @"【?\s*(?<line>[\u4E00-\u9FFF]{1,9}?(?<end>[\u4E00-\u9FFF])\s*[讯訊])\s*】?(?=[\s（(：:]|记者|通讯员|实习|近日|日前|近年|为|今年|\d|$)")]
    private static partial Regex PlaceLine { get; }

    [GeneratedRegex(@"^" + Ornaments + @"[（(](?<by>[^（）()。！？]{2,60})[）)]\s*[：:]?\s*")]
    private static partial Regex Bracket { get; }

    [GeneratedRegex(@"^\s*(?<by>(?:(?:本报|全媒体|融媒体|首席|特约|见习|实习)*(?:记者|通讯员)|实习生)[\u4E00-\u9FFF·、 ]{2,40}?(?:\s*(?:摄影)?报道|\s*文/图))(?:[：:，]|\s|(?=[近日今昨]))\s*")]
    private static partial Regex Reported { get; }

    [GeneratedRegex(@"^\s*(?<by>(?:(?:本报|全媒体|融媒体|首席|特约|见习|实习)*(?:记者|通讯员)|实习生)\s*[\u4E00-\u9FFF·]{2,4}(?:\s+(?:(?:特约|见习|实习)*(?:记者|通讯员)|实习生)?\s*[\u4E00-\u9FFF·]{2,4}){0,5})(?:[：:]|\s+)\s*")]
    private static partial Regex Unbracketed { get; }

    /// <summary>记者甲乙某地报道, 本报记者 甲乙报道, before a blank.</summary>
    [GeneratedRegex(@"^" + Ornaments + @"(?<line>(?:本报)?(?:特派|驻站|实习)?记者\s?[\u4E00-\u9FFF]{2,4}[\u4E00-\u9FFF]{0,5}报道)(?:\s+|[:：])")]
    private static partial Regex ReporterLine { get; }

    /// <summary>文/甲乙, 图文 甲乙 丙丁.</summary>
    [GeneratedRegex(@"^(?:文|图文|文图|文/图|图/文|撰文|作者|整理)\s*[/／:： ]\s*(?<name>[\u4E00-\u9FFF·]{2,12})(?:[ 、]+(?<name>[\u4E00-\u9FFF·]{2,12}))*$")]
    private static partial Regex Pen { get; }

    private const string Ornament = "■□●◆◇▲△○◎★☆";

    private static readonly char[] _ornaments = [.. Ornament, ' '];

    private static readonly SearchValues<char> _datelineEnds = SearchValues.Create("讯电息訊電道");

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,30}(?:省|市|县|区|旗|镇|乡|村|(?<office>局|院|厅|委|部|室|署|署长|法院|学|所|公司|中心|会|队|站|社|小学|主任|医师|教授|律师|委员|代表|员|[长長]|书记|经理|总裁|主席|庭长|顾问|作家|诗人|学者))\s+(?<name>[\u4E00-\u9FFF·]{2,4})$")]
    private static partial Regex PlacedName { get; }

    /// <summary>The words that end in 讯 and are no dateline.</summary>
    private const string NoPlace = "时通资视审传喜简闻提电快短";

    /// <summary>Null where the text opens with neither a dateline nor a by-line in brackets.</summary>
    public static ArticleHead? Read(string text)
    {
        if (text.Length < 3)
            return null;
        var line = DatelineOf(text);
        var start = line?.Length ?? 0;
        if (line is not null)
        {
            while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '：' or ':' or '】' or '，'))
                start++;
        }

        var rest = text[start..];
        if (Bracket.Match(rest) is { Success: true } bracket && ByBracket(bracket.Groups["by"].Value, line is not null) is { } by)
            return new(line?.Text, by.Text, by.People, start + bracket.Length);
        foreach (var pattern in (ReadOnlySpan<Regex>)[Reported, Unbracketed])
        {
            if (line is not null && pattern.Match(rest) is { Success: true } open && Bylines.Parse(open.Groups["by"].Value) is { } names)
                return new(line.Value.Text, names.Text, names.People, start + open.Length);
        }

        return line is null ? null : new(line.Value.Text, null, [], start);
    }

    /// <summary>A whole line that is a by-line: 本报记者 甲乙 通讯员 丙丁, □ 甲乙.</summary>
    public static ArticleHead? ReadLine(string line)
    {
        var ornament = line.Length > 0 && Ornament.Contains(line[0], StringComparison.Ordinal);
        var inner = line.Trim().Trim('（', '）', '(', ')');
        if (Pen.Match(inner) is { Success: true } pen && Bylines.Parse(inner) is { } writer && pen.Groups["name"].Captures.All(n => Names.IsName(n.ValueSpan) || (n.Length <= 4 && inner.AsSpan().ContainsAny('/', '／'))))
            return new(null, writer.Text, writer.People, line.Length);
        var plain = inner.TrimStart(_ornaments);
        if (plain.Length <= 10 && (plain.EndsWith("评论员", StringComparison.Ordinal) || plain.EndsWith("評論員", StringComparison.Ordinal) || plain is "本报编辑部"))
            return new(null, plain, [], line.Length);
        // 记者：什么是…… is a question in an interview.
        if ((ornament || Bylines.OpensWithRole(inner) || (inner.Length <= 24 && inner.IndexOf(' ') is 2 or 3 or 4 && NamesThenRole(inner))) && Bylines.Parse(inner) is { } by
            && by.People.All(p => p.Name.Length <= 4 || p.Name.Contains('·', StringComparison.Ordinal) || !inner.AsSpan().ContainsAny('：', ':')))
            return new(null, by.Text, by.People, line.Length);
        return null;
    }

    /// <summary>甲乙 本报记者 丙丁: the guest's name stands first.</summary>
    private static bool NamesThenRole(string line) =>
        line.IndexOf(' ') is var first && Names.IsName(line.AsSpan(0, first)) && Bylines.OpensWithRole(line.AsSpan(first + 1));

    /// <summary>A name, or two, and nothing else on the line under a headline: 甲乙丙, 甲乙 丙丁.</summary>
    public static ArticleHead? ReadNames(string line, bool surely)
    {
        var names = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0 or > 3 || !Array.TrueForAll(names, n => n.Length is 2 or 3 or 4 && Names.IsNameLike(n) && (surely || Names.IsName(n))))
            return null;
        return new(null, string.Join(' ', names), [.. names.Select(n => new Contributor(null, n))], line.Length);
    }

    /// <summary>A name behind where its owner lives or works, and nothing else on the line: 某市某区 甲乙丙, 某医院主任医师 甲乙.</summary>
    public static ArticleHead? ReadPlacedName(string line) =>
        PlacedName.Match(line.Trim()) is { Success: true } match && Names.IsNameLike(match.Groups["name"].ValueSpan) && match.Groups["name"].ValueSpan is var name && (Names.IsSurname(name[0]) || match.Groups["office"].Success)
            ? new(null, line.Trim(), [new(null, match.Groups["name"].Value)], line.Length) : null;

    private static (string Text, IReadOnlyList<Contributor> People)? ByBracket(string words, bool afterDateline) =>
        afterDateline || Bylines.OpensWithRole(words) ? Bylines.Parse(words) : null;

    private static (string Text, int Length)? DatelineOf(string text)
    {
        if (!text.AsSpan().ContainsAny(_datelineEnds))
            return null;
        var organ = OrganLine.Match(text);
        if (organ.Success && organ.Groups["line"].Value is not ([.., '通', '讯'] or [.., '通', '訊']))
            return (organ.Groups["line"].Value.Replace(" ", "", StringComparison.Ordinal), organ.Length);
        var reporter = ReporterLine.Match(text);
        if (reporter.Success)
            return (reporter.Groups["line"].Value, reporter.Length);
        var place = PlaceLine.Match(text);
        if (place.Success && !NoPlace.Contains(place.Groups["end"].Value, StringComparison.Ordinal))
            return (place.Groups["line"].Value.Replace(" ", "", StringComparison.Ordinal), place.Length);
        return null;
    }
}
