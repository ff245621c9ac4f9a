using System.Buffers;

namespace Bot.Summaries;

/// <summary>A part of a sentence between commas, semicolons or colons, its closing mark included.</summary>
internal readonly record struct Clause(string Text)
{
    // What a clause with a predicate is known by. Not a grammar: it only has to tell "某某局召开会议" from a list of offices.
    private static readonly SearchValues<string> _verbs = SearchValues.Create(
    [
        "召开", "举行", "举办", "开展", "印发", "发布", "公布", "出台", "制定", "修订", "修改", "通过", "施行", "实施", "执行", "废止", "启动", "成立", "设立", "签订", "签署", "达成", "审议", "审理", "审结", "判处", "判决", "宣判", "裁定",
        "驳回", "维持", "撤销", "批准", "同意", "决定", "任命", "免去", "处罚", "罚款", "没收", "逮捕", "起诉", "立案", "侦查", "查处", "查获", "通报", "公告", "通知", "要求", "强调", "指出", "表示", "提出", "明确", "规定", "介绍", "发现", "完成", "建成", "建立",
        "推出", "推进", "推动", "推行", "部署", "组织", "指导", "监督", "检查", "督查", "督促", "整治", "整改", "打击", "化解", "调解", "受理", "办理", "办结", "接待", "提供", "服务", "保障", "保护", "支持", "帮助", "救助", "发放", "投入", "捐赠", "拨付", "追回", "挽回",
        "返还", "达到", "增长", "下降", "提高", "提升", "减少", "增加", "超过", "占比", "位居", "获得", "荣获", "评为", "入选", "授予", "表彰", "揭牌", "挂牌", "签约", "亮相", "开幕", "闭幕", "开放", "开通", "上线", "运行", "投用", "试点", "探索", "交流", "座谈", "会商",
        "调研", "考察", "走访", "慰问", "宣讲", "宣传", "培训", "学习", "参加", "出席", "主持", "讲话", "致辞", "征求", "征集", "报名", "招聘", "招录", "考试", "听证", "约谈", "警示", "曝光", "下架", "召回", "禁止", "暂停", "恢复", "取消", "延长", "调整", "优化", "简化", "压缩",
        "涉及", "覆盖", "包括", "包含", "聚焦", "围绕", "突出", "坚持", "加强", "强化", "完善", "健全", "落实", "深化", "促进", "维护", "规范", "惩治", "预防", "确保", "实现", "形成", "构建", "打造", "搭建", "选派", "选拔", "聘任", "担任", "当选", "签收", "送达", "公开", "披露",
        "参观", "观看", "观摩", "讨论", "研究", "分析", "总结", "回顾", "汇报", "作出", "给予", "收到", "接到", "报警", "抓获", "扣押", "冻结", "拍卖", "执结", "和解", "道歉", "赔偿", "支付", "偿还", "履行", "拒不", "违反", "构成", "涉嫌", "承担", "负责", "享有", "适用", "依法",
        "解读", "问答", "披露", "报道", "呼吁", "建议", "倡议", "承诺", "认定", "确认", "认为", "显示", "表明", "证明", "说明", "反映", "引发", "造成", "导致", "死亡", "受伤", "遇难", "救援", "转移", "撤离", "登陆", "来袭", "发生", "出现", "进入", "迎来", "结束", "开始", "截至",
        "进行", "公示", "授旗", "赠送", "组建", "派驻", "派出", "设置", "划定", "划分", "收取", "减免", "减税", "补贴", "奖励", "资助", "惠及", "服刑", "假释", "减刑", "释放", "收监", "羁押", "拘留", "入狱", "被告", "上诉", "抗诉", "申诉", "申请", "撤回", "终止", "中止",
        "需要", "可以", "应当", "不得", "必须", "可", "能", "将", "已", "被", "是", "为", "有", "了", "让", "使", "令", "说", "称", "获", "达", "超", "降", "增", "设", "判", "罚", "查", "建", "办", "请", "由", "向", "把",
    ], StringComparison.Ordinal);

    private static readonly string[] _leansForward =
    [
        "根据", "按照", "依据", "依照", "遵照", "针对", "随着", "由于", "因", "如果", "如", "若", "虽然", "虽", "尽管", "经", "当", "对", "自", "即使", "除", "凭", "作为", "据", "从", "只有", "只要", "不仅", "不但", "既", "一方面", "在", "以", "凡", "无论",
        "不论", "通过", "围绕", "聚焦", "坚持", "按", "借助", "依托", "立足", "紧扣", "本着", "结合", "鉴于", "考虑到", "面对", "为", "截至", "截止", "到", "至",
    ];

    // Words that make a clause whole even though it opens with one of the words above: 在某地举行, 对某人进行表彰.
    private static readonly SearchValues<string> _whole = SearchValues.Create(
    [
        "进行", "开展", "举行", "举办", "召开", "作出", "提出", "展开", "给予", "实施", "处以", "判处", "通过了", "达成", "揭牌", "启动", "落地", "成立", "开庭", "开幕", "闭幕", "施行", "生效", "建成", "提供", "发布", "印发", "宣判", "审结", "增长", "下降",
        "被", "达到", "共有", "已", "查处", "抓获", "打造", "建立", "形成", "落户", "正式", "亮相", "办结", "结束", "开通", "上线", "投入使用", "服务", "保障", "支撑", "基础", "共计", "奠定", "注入", "贡献", "交流", "讨论", "讲解",
    ], StringComparison.Ordinal);

    private static readonly string[] _unfinished =
    [
        "时", "后", "中", "下", "上", "前", "以来", "期间", "的同时", "介绍说", "说", "写道", "是", "告诉记者", "消息", "获悉", "了解到", "基础上", "之际", "契机", "为例", "方面", "之外", "起", "的", "和", "与", "及", "以及", "包括", "内",
        "为抓手", "为主线", "为引领", "为牵引", "为导向", "为重点", "为目标", "为核心", "为载体", "为切入点", "为契机", "为依托", "为统领", "为突破口",
    ];

    // Verbs that are nouns where they close a clause: 此次……执法检查.
    private static readonly string[] _nouns = ["检查", "服务", "培训", "宣传", "监督", "保护", "学习", "交流", "研究", "试点", "考试", "调研", "保障"];

    // What somebody turns to: with an opener such as 针对 before it the clause still waits for who does what.
    private static readonly string[] _objects = ["问题", "情况", "现象", "特点", "需求", "形势", "实际", "要求", "目标", "原则"];

    // On what somebody acts, before it is said what is done: 某局依据某某条例等法律法规.
    private static readonly SearchValues<string> _bases = SearchValues.Create(["依据", "根据", "依照", "按照"], StringComparison.Ordinal);

    private static readonly string[] _laws = ["法律法规", "规定", "条例", "办法", "精神", "法", "》"];

    // These open a quote or a list when little stands before them ("会议强调，"), and are plain nouns or verbs elsewhere.
    private static readonly string[] _says = ["表示", "称", "指出", "强调", "要求", "认为", "明确", "规定", "提出", "显示", "介绍", "建议"];

    private const int LongestSpeaker = 16;

    /// <summary>The clause without its closing mark.</summary>
    public ReadOnlySpan<char> Body => Text.AsSpan().TrimEnd("，,；;：: 。！？!?、.");

    public bool HasPredicate
    {
        get
        {
            var own = WithoutNames(Body);
            foreach (var noun in _nouns)
            {
                if (own.EndsWith(noun, StringComparison.Ordinal))
                    return own[..^noun.Length].ContainsAny(_verbs);
            }

            return own.ContainsAny(_verbs);
        }
    }

    /// <summary>What a name in quotes or 《……》 holds makes no predicate.</summary>
    private static ReadOnlySpan<char> WithoutNames(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('《', '“') < 0)
            return text;
        var kept = new char[text.Length];
        var (length, depth) = (0, 0);
        foreach (var c in text)
        {
            depth += c is '《' or '“' ? 1 : 0;
            if (depth == 0)
                kept[length++] = c;
            depth -= c is '》' or '”' && depth > 0 ? 1 : 0;
        }

        return kept.AsSpan(0, length);
    }

    /// <summary>Whether it introduces what follows: an opener, a time, "某某指出".</summary>
    public bool LeansForward
    {
        get
        {
            if (Text.EndsWith('：') || Text.EndsWith(':'))
                return true;
            var body = Body;
            return EndsWithAny(body, _unfinished)
                || (body.Length <= LongestSpeaker && EndsWithAny(body, _says))
                || (body.ContainsAny(_bases) && EndsWithAny(body, _laws))
                || (StartsWithAny(body, _leansForward) && (!WithoutNames(body).ContainsAny(_whole) || EndsWithAny(body, _objects)));
        }
    }

    public static bool StartsWithAny(ReadOnlySpan<char> text, string[] openers)
    {
        foreach (var opener in openers)
        {
            if (text.StartsWith(opener, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Cuts at marks outside brackets and quotes; a comma between digits is part of a number, and Latin text needs a space after it.</summary>
    public static List<Clause> Split(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Marks.Closer(text[i]) != '\0' && Marks.CloseOf(text, i) is var close and > 0)
            {
                i = close;
                continue;
            }

            var border = text[i] is '，' or '；' or '：' || (text[i] is ',' or ';' or ':' && i + 1 < text.Length && !char.IsAsciiDigit(text[i + 1]) && (i == 0 || text[i - 1] > 'ÿ' || text[i + 1] == ' '));
            if (!border || i + 1 >= text.Length)
                continue;
            var end = i + 1;
            clauses.Add(new Clause(text[start..end]));
            start = end;
        }

        if (start < text.Length)
            clauses.Add(new Clause(text[start..]));
        return clauses;
    }
}
