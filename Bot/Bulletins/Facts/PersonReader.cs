using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// People, only where the text gives name and office together: "某某厅党委书记、厅长甲乙丙出席". The name is told by its surname and
/// by what follows it; where the word after the office is anything else there is no fact.
/// </summary>
internal static partial class PersonReader
{
    private const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓隗山谷车侯宓蓬郗班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀浦尚温庄晏柴瞿阎慕连茹宦艾鱼古易慎戈廖庾暨居衡耿弘匡文寇禄阙欧殳沃蔚夔隆巩厍聂晁敖融冷訾辛阚简饶曾毋沙乜鞠丰巢关蒯荆竺盖桓岳帅缑亢况郈琴归晋楚闫汝鄢涂钦商牟佘佴伯哈谯阳佟肖覃付代亓原苑丛冼岩麦禚漆种练揭楼敬亢寻撒逯银栗全辜芦仝尧揣鹿肇粟隋郄郇呙仉仵卿奕弋忻旷朴檀琚畅矫笪粘菅谌贠赫邝郏镡鲜苌茆邸庹";

    private static readonly SearchValues<char> _clauseStarts = SearchValues.Create("，。；：！？“”（）()—　\n ");

    private static readonly HashSet<char> _surnames = [.. Surnames];

    private static readonly string[] _doubleSurnames = ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "夏侯", "端木"];

    private static readonly SearchValues<string> _offices = SearchValues.Create(OfficeWords, StringComparison.Ordinal);

    private static string[] OfficeWords =>
    [
        "书记", "厅长", "局长", "部长", "主任", "院长", "检察长", "主席", "委员", "专员", "省长", "市长", "县长", "区长", "旗长", "盟长", "州长", "镇长", "乡长", "政委", "处长", "会长", "秘书长", "校长", "总经理", "董事长", "庭长", "所长", "司长", "署长", "行长", "科长", "队长", "总队长", "支队长", "理事长",
        "总理", "国务委员", "总裁", "总工程师", "总经济师", "总会计师", "总规划师", "总审计师", "馆长", "台长", "社长", "站长", "园长", "厂长", "总干事", "总编辑", "指导员", "研究员", "参事", "督学", "督察员", "支书", "大使", "总领事", "监事", "经理", "董事", "政务委员", "审计长", "关长", "警长", "村主任", "村长", "股长", "团团长", "干事长", "工程师", "秘书", "办事员", "检察员", "人大代表",
        "监狱长", "主编", "审判长", "审判员", "法官", "检察官", "书记员", "发言人", "负责人", "教授", "主管", "巡视员", "调研员", "监事长", "总监", "组长", "教导员", "社区矫正官", "法官助理", "检察官助理",
    ];

    private static readonly string[] _follows =
    [
        "律师", "先生", "女士", "院士", "出席", "主持", "在", "表示", "介绍", "说", "指出", "参加", "讲话", "宣读", "通报", "带队", "率", "作", "致辞", "强调", "要求", "告诉", "等", "和", "与", "为", "一行", "分别", "代表", "向", "就", "对", "回应", "透露", "会见", "受", "任", "当选", "宣布", "以", "从", "到", "围绕", "带领", "认为", "提醒", "发言", "讲授", "担任",
        "结合", "深入", "一同", "陪同", "传达", "列席", "做", "还", "也", "于", "说明", "解读", "及", "给", "走访", "赴", "主讲", "同志", "应邀", "点评", "回答", "称", "随机", "现场", "共同", "建议", "逐一", "详细", "先后", "会", "总结", "来", "的", "是", "将", "曾", "已", "因", "被", "用", "独任", "担", "签", "进行", "授", "上", "组成", "敲", "当庭", "依法", "首先", "最后", "呼吁", "（", "，", "。", "、", "；", "：", "？", "！", "”", "》", "）", " ", "　", "开", "向记者", "牵", "动员", "部署", "简要", "汇报", "宣", "颁", "揭", "送", "违", "利用", "一声", "告知", "随即", "正在", "当场", "亲手", "详", "重点", "涉嫌", "先后", "收受", "接受", "严重", "犯", "多次", "主动", "亲自", "负", "回", "结", "立即", "带", "组织", "提", "严", "专", "查",
    ];

    // How people are called who aren't named: 张先生.
    private static readonly string[] _addresses = ["先生", "女士", "小姐", "大姐", "大哥", "大妈", "大爷", "奶奶", "阿姨", "师傅", "老师", "同学", "同志", "医生", "律师", "法官", "经理", "老板", "总经"];

    // What else comes before a further office of the same person.
    private static readonly string[] _seats = ["常委", "成员", "人选", "顾问", "助理", "党组", "党委"];

    private static readonly string[] _shared = ["委员", "教授", "研究员", "法官", "检察官", "审判员", "专员", "调研员", "巡视员", "参事", "工程师", "监事", "董事", "总监"];

    // Two-letter words that open like a name but aren't one.
    private static readonly string[] _notNames = ["毕业", "毕竟", "元旦", "元宵", "元月", "方能", "方可", "方才", "何种", "何为", "云端", "云集", "双双", "双休", "夏季", "常驻", "常规", "安保", "安检", "白领", "全程", "全天", "范学院", "范大学", "范院校", "范生", "全力", "全市", "全省", "全县", "全区", "全员", "全国", "全院", "应当", "成员", "会议", "任务", "能够", "都是", "有关", "关于", "全体", "公开", "和其", "相关", "通过", "连续", "连日", "法院", "司法", "公安", "国家", "党组", "党委", "年度", "方面", "时间", "包括", "从事", "从业", "项目", "管理", "常务", "单位", "干部", "代表", "双方", "明确", "利用", "平台", "平时", "全面", "全程", "全部", "家属", "那么", "经常", "接待", "向社", "于是", "万元", "金额", "解决", "解释", "和解", "安全", "安排", "计划", "成立", "相互", "须经", "终于", "广大", "于近", "国务", "高级", "法官", "政府", "庭审", "干警", "文书", "文件", "查明", "管辖", "应邀", "和谐", "应该", "应急", "应对", "应用", "强调", "宣布", "宣读", "宣讲", "宣传", "包括", "包含", "解读", "解答", "解除", "时任", "成为", "成功", "经过", "施行", "施工", "董事", "温馨", "季度", "容易", "党员", "路过", "任职", "任期", "任何", "任免", "何时", "何以", "马上", "方式", "方法", "方案", "文明", "文化", "高度", "高兴", "高质", "支持", "从严", "蒙受", "宁愿", "明年", "明显", "白天", "平安", "平均", "严格", "严肃", "严厉", "严把", "严查", "金融", "焦点", "齐心", "齐聚", "雷同", "冷静", "简要", "简单", "曾经", "关心", "关注", "关爱", "关怀", "祝贺", "祝愿", "仲裁", "商定", "商议", "商务", "景区", "单独", "丰富", "关系", "晋升", "阳光", "代理", "代替", "原本", "原告", "原则", "殷切", "常态", "常年", "常委", "柳编", "荣获", "荣誉", "安心", "安置", "安装", "谈话", "谈到", "谢绝", "杜绝", "梅雨", "程序", "古籍", "水平", "左右", "黄金", "车辆", "房屋", "房产", "罗列", "毛利", "利率", "段落", "钱款", "沙漠", "宗旨", "阎王", "卓越", "祖国", "余款", "余名", "余人", "余件", "万余", "万名", "万人", "万件", "万余"];

    // Where an office's own words can't begin further to the left.
    private static readonly string[] _leads =
        ["近日", "日前", "随着", "会上", "由", "该案由", "本案由", "此案由", "案件由", "庭审由", "培训由", "会议由", "在", "对", "与", "和", "向", "经", "请", "任命", "访", "会议由", "随后", "当天", "昨日", "今日", "其中", "活动由", "据", "被告人", "被告", "犯罪嫌疑人", "时任", "听取了", "听取", "来自", "委托", "公诉机关", "聘请", "会议邀请", "邀请", "记者采访了", "采访了", "担任", "现场", "下午", "上午", "晚", "记者专访", "专访", "会见", "此次会议由", "大会由", "发布会由", "讯", "同时", "选举", "决定", "同意", "以及", "免去", "接受", "代表", "称", "及", "受", "是", "并"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        for (var i = s.AsSpan().IndexOfAny(_offices); i >= 0;)
        {
            var length = OfficeAt(s, i);
            var end = i + length;
            // Where no name follows, a longer office may begin inside: 支书 in 支书记.
            // The line of whoever speaks or signs has a space between: 某院检察长　甲乙.
            var gap = end < s.Length && s[end] is ' ' or '　' && NameAt(s, end + 1) == s.Length - end - 1 ? 1 : 0;
            end = NameAt(s, end + gap) is var name and > 0 ? Report(text, i, end, gap, name, found) : i + 1;

            if (end >= s.Length)
                break;
            var next = s.AsSpan(end).IndexOfAny(_offices);
            i = next < 0 ? -1 : end + next;
        }

        Appointments.Read(text, found);
    }

    /// <summary>Whether the text is a name from first to last character.</summary>
    public static bool IsName(string text) => NameAt(text, 0) == text.Length;

    public static bool HasOffice(ReadOnlySpan<char> text) => text.ContainsAny(_offices);

    /// <summary>The length of the name that stands here, 0 for none: surname, one or two more characters, then a word that names go before.</summary>
    public static int NameAt(string s, int at)
    {
        if (at + 2 > s.Length)
            return 0;
        if (Dotted(s, at) is var dotted and > 0)
            return dotted;
        var surname = _doubleSurnames.Any(d => string.CompareOrdinal(s, at, d, 0, 2) == 0) ? 2 : _surnames.Contains(s[at]) ? 1 : 0;
        if (surname == 0)
            return 0;
        // Printed with a layout space: 林　原.
        var gap = surname == 1 && at + 2 < s.Length && s[at + 1] is '　' && IsHan(s[at + 2]) ? 1 : 0;
        for (var given = gap > 0 ? 1 : 2; given >= 1; given--)
        {
            var length = surname + gap + given;
            if (at + length > s.Length || !AllHan(s, at + surname + gap, given))
                continue;
            // 戴某认为 is 戴某 with 认为 after, not 戴某认 with 为: the longer word tells.
            if (given == 2 && at + length < s.Length && Follows(s, at + length) == 1 && Follows(s, at + length - 1) > 1)
                continue;
            if (given == 2 && Array.IndexOf(_addresses, s.Substring(at + surname + gap, 2)) >= 0)
                continue;
            if ((at + length == s.Length || Follows(s, at + length) > 0) && !IsWord(s, at))
                return length;
        }

        return 0;
    }

    /// <summary>Names in several parts: 达吾列提·毕里汗.</summary>
    private static int Dotted(string s, int at)
    {
        var dot = s.AsSpan(at, Math.Min(9, s.Length - at)).IndexOfAny('·', '•');
        if (dot < 2 || !AllHan(s, at, dot))
            return 0;
        for (var length = dot + 3; length <= dot + 12 && at + length <= s.Length; length++)
        {
            if (!IsHan(s[at + length - 1]) && s[at + length - 1] is not ('·' or '•'))
                return 0;
            if (at + length == s.Length || Follows(s, at + length) > 0)
                return length;
        }

        return 0;
    }

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
        while (IsShared(office) && end + 1 < s.Length && s[end] is '、' or '和' && NameAt(s, end + 1) is var next and > 0)
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
    private static bool IsOffice(string office) => !office.AsSpan().ContainsAny("。！？《》") && !Part().IsMatch(office);

    /// <summary>What somebody does in a case, in whoever's court.</summary>
    [GeneratedRegex("^(?:该案|本案|此案|案件)?(?:承办|主审|经办|办案|主办|执行|员额|独任|值班|带班|包案)(?:法官|检察官|审判员|书记员|负责人|法官助理|检察官助理)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:上午|下午|晚上|晚|凌晨)?")]
    private static partial Regex Day();

    private static int OfficeStart(string s, int at)
    {
        var start = ClauseStart(s, at);
        start += s.AsSpan(start, at - start).LastIndexOfAny('的', '了') + 1;
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
            if (s[i] is '对' or '由' or '被' && !OpensName(s, i))
                return i + 1;
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
            if (at - length > start && NameAt(s, at - length) == length && OfficeEndsAt(s, at - length))
                return true;
        }

        return false;
    }

    private static bool OfficeEndsAt(string s, int end)
    {
        foreach (var office in OfficeWords)
        {
            if (s.AsSpan(0, end).EndsWith(office, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsOfficeList(ReadOnlySpan<char> clause) => clause.Length is > 3 and < 50 && EndsWithOffice(clause) && !clause.ContainsAny("《》“”");

    private static bool EndsWithOffice(ReadOnlySpan<char> clause)
    {
        foreach (var office in OfficeWords)
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
        foreach (var office in OfficeWords)
        {
            if (office.Length > best && string.CompareOrdinal(s, at, office, 0, office.Length) == 0)
                best = office.Length;
        }

        return best;
    }

    /// <summary>The length of the longest word here that names go before; 0 for none.</summary>
    private static int Follows(string s, int at)
    {
        var longest = 0;
        foreach (var word in _follows)
        {
            if (word.Length > longest && string.CompareOrdinal(s, at, word, 0, word.Length) == 0)
                longest = word.Length;
        }

        return longest;
    }

    private static bool IsWord(string s, int at)
    {
        foreach (var word in _notNames)
        {
            if (string.CompareOrdinal(s, at, word, 0, word.Length) == 0)
                return true;
        }

        return false;
    }

    private static bool AllHan(string s, int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            // A surname alone is no name, so these may follow it: 李和平.
            if (i == at && count == 2 && s[i] is '向' or '和' or '于' or '从' or '将')
                continue;
            // 柳永和为: no name of somebody else follows.
            if (i == at + 1 && count == 2 && s[i] == '和' && (i + 1 >= s.Length || !_surnames.Contains(s[i + 1])))
                continue;
            if (!IsHan(s[i]) || s[i] is '的' or '在' or '和' or '与' or '等' or '是' or '对' or '了' or '说' or '称' or '就' or '将' or '被' or '向' or '从' or '于')
                return false;
        }

        return true;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
