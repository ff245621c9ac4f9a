using System.Buffers;

namespace Bot.Summaries;

/// <summary>The turns of phrase of official news by which a clause's part is told.</summary>
internal static class Phrases
{
    private static readonly string[] _tails =
    [
        "为推动", "为促进", "为实现", "为构建", "为建设", "为全面", "为奋力", "为经济", "为高质量", "为谱写", "为打造", "切实", "不断", "有效提升", "有效推动", "有力", "进一步", "推动形成", "推动实现", "助推", "助力", "以实际行动", "确保", "旨在", "力争", "奋力", "努力", "着力", "全力", "真正",
        "以法治", "以高质量", "从而", "共同推动", "共同谱写", "共同守护", "携手", "持续", "营造", "凝聚", "以优异成绩", "以更", "让人民群众", "让群众", "开创", "充分发挥", "彰显", "筑牢", "夯实", "取得良好", "现印发给你们", "请认真", "请遵照", "请结合实际", "请按照", "特此", "现予", "现予以", "现将有关", "现印发", "取得了良好", "受到", "赢得", "得到了", "实现了政治效果", "实现政治效果",
    ];

    private static readonly SearchValues<string> _tailWithin = SearchValues.Create(
        ["提供有力", "提供坚强", "提供了有力", "提供了坚强", "贡献力量", "作出新的", "作出积极贡献", "奠定坚实", "奠定了坚实", "注入新", "保驾护航", "新局面", "新篇章", "有机统一", "一致好评", "广泛好评", "高质量发展"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _company = SearchValues.Create(["出席", "列席", "陪同", "主持会议", "主持召开", "参加会议", "参加活动", "致辞", "并讲话", "作动员讲话", "到会指导", "参加调研", "参加座谈", "参加了会议", "参加上述"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _offices = SearchValues.Create(
        ["书记", "厅长", "局长", "部长", "主任", "院长", "检察长", "主席", "委员", "省长", "市长", "县长", "区长", "政委", "处长", "会长", "秘书长", "校长", "总经理", "董事长", "庭长", "所长", "司长", "署长", "行长", "科长", "代表"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _bodies = SearchValues.Create(
        ["厅", "局", "法院", "检察院", "政府", "委员会", "省委", "市委", "县委", "纪委", "政法委", "部门", "司法部", "公安部", "教育部", "财政部", "协会", "学会", "中心", "办公室", "大会", "公司", "大学", "学院", "省", "市", "县", "区", "全国", "总局", "总队", "支队", "监狱", "单位"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _binds = SearchValues.Create(["起施行", "起实施", "起执行", "起生效", "起正式施行", "起试行", "起废止", "公开开庭", "反馈截止", "日前将意见", "日前反馈"], StringComparison.Ordinal);

    private static readonly string[] _times = ["近日", "日前", "近期", "今天", "昨天", "昨日", "今日", "当日", "当天", "上午", "下午", "今年", "去年", "本月", "上月"];

    // What goes on listing the purpose: 提高……能力，增强……意识.
    private static readonly string[] _actions = ["提高", "提升", "全面", "增强", "加强", "强化", "推动", "推进", "促进", "规范", "维护", "保障", "切实", "充分", "深化", "健全", "完善", "落实", "贯彻", "不断", "扎实", "积极", "持续", "有效", "严厉", "打造", "营造", "构建", "建立", "引导", "着力", "防范", "打击", "解决", "做好", "帮助", "服务", "展示", "弘扬", "确保", "优化", "激发", "凝聚", "努力", "更好"];

    private static readonly string[] _purposes = ["为了", "为进一步", "为深入", "为贯彻", "为切实", "为全面", "为加强", "为规范", "为提升", "为提高", "为推动", "为推进", "为落实", "为充分", "为有效", "为做好", "为更好", "为不断", "为保障", "为维护", "为促进", "为深化", "为持续", "为积极", "为扎实", "为强化", "为完善", "为确保", "为认真", "为营造", "为增强", "为严厉", "为", "围绕", "根据", "按照", "随着", "针对", "在"];

    /// <summary>Whether the clause only says what the news is good for.</summary>
    public static bool IsTail(ReadOnlySpan<char> clause) =>
        clause.EndsWith("公告如下") || clause.EndsWith("通知如下") || clause.EndsWith("通告如下") || clause.EndsWith("公示如下") || ((Clause.StartsWithAny(clause, _tails) || clause.ContainsAny(_tailWithin)) && !HasDigit(clause));

    /// <summary>Whether the clause only says who attended, chaired or spoke.</summary>
    public static bool IsCompany(ReadOnlySpan<char> clause) => clause.ContainsAny(_company) && (HasOffice(clause) || clause.Length < 24) && !HasDigit(clause);

    public static bool HasOffice(ReadOnlySpan<char> clause) => clause.ContainsAny(_offices);

    public static bool IsPurpose(ReadOnlySpan<char> clause) => Clause.StartsWithAny(clause, _purposes) && !clause.StartsWith("为期", StringComparison.Ordinal);

    /// <summary>Whether the clause opens with a time: after a purpose, the news begins there.</summary>
    public static bool StartsWithTime(ReadOnlySpan<char> clause) =>
        Clause.StartsWithAny(clause, _times) || (!clause.IsEmpty && char.IsAsciiDigit(clause[0]) && clause.IndexOf('月') is > 0 and < 8);

    /// <summary>Whether the clause opens with the name of an organ, so that it can stand without the purpose before it.</summary>
    public static bool StartsWithOrgan(ReadOnlySpan<char> clause) =>
        clause[..Math.Min(14, clause.Length)].ContainsAny(_bodies) && !IsPurpose(clause) && !Clause.StartsWithAny(clause, _actions);

    /// <summary>Whether the clause says from when something is in force.</summary>
    public static bool Binds(ReadOnlySpan<char> clause) => clause.ContainsAny(_binds);

    /// <summary>Whether a court says in it what it rules.</summary>
    public static bool Rules(ReadOnlySpan<char> text) => text.IndexOf("如下：") is > 2 and var at && at + 4 < text.Length && (text[..at].EndsWith("判决") || text[..at].EndsWith("裁定"));

    public static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}
