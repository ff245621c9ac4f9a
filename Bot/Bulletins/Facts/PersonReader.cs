using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// People, only where the text gives name and office together: "某某厅党委书记、厅长甲乙丙出席".
/// Where the word after the office is anything else there is no fact.
/// </summary>
internal static partial class PersonReader
{
    private static readonly SearchValues<char> _clauseStarts = SearchValues.Create("，。；：！？“”（）()—　\n ?!,;:");

    private static readonly string[] _officeWords =
    [
        "书记", "厅长", "局长", "部长", "主任", "院长", "检察长", "主席", "委员", "专员", "省长", "市长", "县长", "区长", "旗长", "盟长", "州长", "镇长", "乡长", "政委", "处长", "会长", "秘书长", "校长", "总经理", "董事长", "庭长", "所长", "司长", "署长", "行长", "科长", "队长", "总队长", "支队长", "理事长",
        "总理", "国务委员", "总裁", "总工程师", "总经济师", "总会计师", "总规划师", "总审计师", "馆长", "台长", "社长", "站长", "园长", "厂长", "总干事", "总编辑", "指导员", "研究员", "参事", "督学", "督察员", "支书", "大使", "总领事", "监事", "经理", "董事", "政务委员", "审计长", "关长", "警长", "村主任", "村长", "股长", "团团长", "干事长", "工程师", "秘书", "办事员", "检察员", "人大代表",
        "监狱长", "主编", "审判长", "审判员", "法官", "检察官", "书记员", "发言人", "负责人", "教授", "主管", "巡视员", "调研员", "监事长", "总监", "组长", "教导员", "社区矫正官", "法官助理", "检察官助理", "委员长", "常委", "主任医师", "主治医师", "护士长", "参赞", "司令员", "参谋长", "总设计师", "首席专家", "嘎查达",
    ];

    private static readonly SearchValues<string> _offices = SearchValues.Create(_officeWords, StringComparison.Ordinal);

    // What else comes before a further office of the same person.
    private static readonly string[] _seats = ["常委", "成员", "人选", "顾问", "助理", "党组", "党委"];

    private static readonly string[] _shared = ["委员", "教授", "研究员", "法官", "检察官", "审判员", "专员", "调研员", "巡视员", "参事", "工程师", "监事", "董事", "总监"];

    // Where an office's own words can't begin further to the left.
    private static readonly string[] _leads =
        ["对话", "有媒体援引", "媒体援引", "援引", "可能", "或将", "新任", "新一任", "如今", "目前", "当时", "联系到", "近日", "日前", "随着", "会上", "由", "该案由", "本案由", "此案由", "案件由", "庭审由", "培训由", "会议由", "在", "对", "与", "和", "向", "经", "请", "任命", "访", "会议由", "随后", "当天", "昨日", "今日", "其中", "活动由", "据", "被告人", "被告", "犯罪嫌疑人", "时任", "听取了", "听取", "来自", "委托", "公诉机关", "聘请", "会议邀请", "邀请", "记者采访了", "采访了", "担任", "现场", "下午", "上午", "晚", "记者专访", "专访", "会见", "此次会议由", "大会由", "发布会由", "讯", "同时", "选举", "决定", "同意", "以及", "免去", "接受", "代表", "称", "及", "受", "是", "并"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        for (var i = s.AsSpan().IndexOfAny(_offices); i >= 0;)
        {
            var length = OfficeAt(s, i);
            var end = i + length;
            // The line of whoever speaks or signs has a space between: 某院检察长　甲乙.
            var gap = end < s.Length && s[end] is ' ' or '　' && PersonNames.NameAt(s, end + 1) == s.Length - end - 1 ? 1 : 0;
            // Where no name follows, a longer office may begin inside: 支书 in 支书记.
            end = PersonNames.NameAt(s, end + gap) is var name and > 0 ? Report(text, i, end, gap, name, found) : i + 1;
            if (end >= s.Length)
                break;
            var next = s.AsSpan(end).IndexOfAny(_offices);
            i = next < 0 ? -1 : end + next;
        }

        Appointments.Read(text, found);
    }

    /// <summary>Whether the text is an office from first to last character, and says whose.</summary>
    public static bool IsOfficeOf(string text) => EndsWithOffice(text) && Organs.RegionLength(text) > 0 && IsOffice(text) && !text.AsSpan().ContainsAny("的了在是");

    public static bool HasOffice(ReadOnlySpan<char> text) => text.ContainsAny(_offices);

    /// <returns>Where the last name ends that the office is given for.</returns>
    private static int Report(FactText text, int officeStart, int officeEnd, int gap, int nameLength, FactList found)
    {
        var s = text.Text;
        var start = OfficeStart(s, officeStart);
        var office = s[start..officeEnd];
        var end = officeEnd + gap + nameLength;
        if (office.Length < 4 || !IsOffice(office))
            return end;
        found.Add(FactKind.Person, Name(s, officeEnd + gap, nameLength), text.Span(start, end - start), office);
        // An office that several hold may stand before several names: 副局长甲乙、丙丁.
        while (IsShared(office) && end + 1 < s.Length && s[end] is '、' or '和' && PersonNames.NameAt(s, end + 1) is var next and > 0)
        {
            found.Add(FactKind.Person, Name(s, end + 1, next), text.Span(end + 1, next), office);
            end += 1 + next;
        }

        return end;
    }

    private static string Name(string s, int start, int length) => s.Substring(start, length).Replace("　", "", StringComparison.Ordinal);

    private static bool IsShared(string office) =>
        office.Contains('副', StringComparison.Ordinal) || _shared.Any(o => office.EndsWith(o, StringComparison.Ordinal));

    /// <summary>An office says whose: "局长林原" alone says half.</summary>
    private static bool IsOffice(string office) => (office == "国务委员" || Array.IndexOf(_officeWords, office) < 0) && !office.AsSpan().ContainsAny("。！？《》") && !Part().IsMatch(office) && !OfAny().IsMatch(office);

    /// <summary>What somebody does in a case, in whoever's court.</summary>
    [GeneratedRegex("^(?:该案|本案|此案|案件)?(?:承办|主审|经办|办案|主办|家事|少年|青年|驻村|执行|员额|独任|值班|带班|包案)(?:法官|检察官|审判员|书记员|负责人|法官助理|检察官助理)$")]
    private static partial Regex Part();

    /// <summary>Whoever runs the place that is spoken of: 基地负责人, 公司总经理, 项目经理.</summary>
    [GeneratedRegex("^(?:该|本|这家|一家)?(?:基地|项目|公司|企业|工厂|车间|门店|商户|店铺|合作社|活动|单位|小区|中心|学校|平台|现场|相关|有关|部门|机构|物业|协会|集团|园区|景区|品牌|团队|课题组|销售|市场|展区|工程|工地|医院|酒店|农场|种植园|养殖场|电站|技术|主要|直接|法定|客户|大堂|业务|区域|产品|厂家|商家|店|厂|村|社区)(?:的)?(?:主要|相关|销售|技术|项目|市场|业务|常务)?副?(?:负责人|总?经理|董事长|总裁|总监|主管|厂长|站长|工程师)$")]
    private static partial Regex OfAny();

    // 某某法院公开宣判某某厅原厅长甲乙受贿案: on whom somebody acts.
    [GeneratedRegex("宣布|指控|披露|宣判|审理|逮捕|提起公诉|起诉|通报|立案|查处|开除|会见|看望|慰问|采访|专访")]
    private static partial Regex Acts();

    [GeneratedRegex(@"^(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日)(?:上午|下午|晚上|晚|凌晨)?")]
    private static partial Regex Day();

    private static int OfficeStart(string s, int at)
    {
        var start = ClauseStart(s, at);
        // 某某（青禾）有限公司总经理: the place in brackets is of the name.
        if (start > 4 && s[start - 1] is '）' or ')' && s.AsSpan(start, at - start).Contains("公司", StringComparison.Ordinal) && s.LastIndexOfAny(['（', '('], start - 1, Math.Min(8, start)) is var open and > 1)
            start = ClauseStart(s, open);
        start += s.AsSpan(start, at - start).LastIndexOfAny('的', '了', '是') + 1;
        start = AfterPreposition(s, start, at);
        // Offices of one person run over a comma at times: 某厅党委书记、厅长，某局政委甲乙.
        while (start > 1 && s[start - 1] == '，' && ClauseStart(s, start - 1) is var earlier && IsOfficeList(s.AsSpan(earlier, start - 1 - earlier)))
            start = earlier;
        var moved = true;
        while (moved)
        {
            moved = false;
            foreach (var lead in _leads)
            {
                if (start + lead.Length < at && string.CompareOrdinal(s, start, lead, 0, lead.Length) == 0 && !OpensName(s, start))
                {
                    start += lead.Length;
                    moved = true;
                }
            }
        }

        foreach (Match acts in Acts().Matches(s[start..at]))
        {
            if (start + acts.Index + acts.Length is var after && after < at && Organs.RegionLength(s.AsSpan(after, at - after)) > 1)
            {
                start = after;
                break;
            }
        }

        if (Day().Match(s[start..at]) is { Success: true } day)
            start += day.Length;

        // After another person of the same clause: 甲乙、某局局长丙丁; or after whoever has no office: 民警甲乙、某局局长丙丁.
        for (var i = at - 1; i > start; i--)
        {
            if (s[i] is '、' or '和' or '与' or '及' && AfterName(s, start, i))
                return i + 1;
            if (s[i] == '、' && !EndsWithOffice(s.AsSpan(start, i - start)) && !_seats.Any(seat => s.AsSpan(start, i - start).EndsWith(seat, StringComparison.Ordinal)) && Organs.RegionLength(s.AsSpan(i + 1, at - i - 1)) > 1)
                return i + 1;
        }

        return start;
    }

    /// <summary>"某院依法对某市原副市长甲乙": the office begins after the last word that leads to it.</summary>
    private static int AfterPreposition(string s, int start, int at)
    {
        for (var i = at - 1; i > start; i--)
        {
            // 对话某某局局长: a heading of an interview.
            if (s[i] is '对' or '由' or '被' && !OpensName(s, i))
                return s[i] == '对' && s[i + 1] == '话' ? i + 2 : i + 1;
        }

        return start;
    }

    /// <summary>Names that open with a word that leads elsewhere.</summary>
    private static bool OpensName(string s, int at)
    {
        foreach (var place in (ReadOnlySpan<string>)["和田", "和静", "和顺", "和龙", "和林格尔", "和硕", "和平", "和政", "和县", "和布克", "经开", "经济", "经信", "经侦", "经营", "经贸", "经办", "向阳", "对外", "对口", "并州", "称多", "代表团", "在线", "由拳", "受理", "请示", "经纪", "与会"])
        {
            if (string.CompareOrdinal(s, at, place, 0, place.Length) == 0)
                return true;
        }

        return false;
    }

    private static bool AfterName(string s, int start, int at)
    {
        for (var length = 2; length <= 3; length++)
        {
            if (at - length > start && PersonNames.NameAt(s, at - length) == length && OfficeEndsAt(s, at - length))
                return true;
        }

        return false;
    }

    private static bool OfficeEndsAt(string s, int end)
    {
        foreach (var office in _officeWords)
        {
            if (s.AsSpan(0, end).EndsWith(office, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsOfficeList(ReadOnlySpan<char> clause) => clause.Length is > 3 and < 50 && EndsWithOffice(clause) && !clause.ContainsAny("《》“”");

    private static bool EndsWithOffice(ReadOnlySpan<char> clause)
    {
        foreach (var office in _officeWords)
        {
            if (clause.EndsWith(office, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int ClauseStart(string s, int at) => s.AsSpan(0, at).LastIndexOfAny(_clauseStarts) + 1;

    private static int OfficeAt(string s, int at)
    {
        var best = 0;
        foreach (var office in _officeWords)
        {
            if (office.Length > best && string.CompareOrdinal(s, at, office, 0, office.Length) == 0)
                best = office.Length;
        }

        // 委员会, 董事会: no member of one.
        return at + best < s.Length && s[at + best] == '会' && s.AsSpan(at, best) is "委员" or "董事" or "监事" ? 0 : best;
    }
}
