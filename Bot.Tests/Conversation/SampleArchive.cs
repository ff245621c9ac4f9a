using Bot.Bulletins;
using Bot.Sources;
using Bot.Topics;

namespace Bot.Tests.Conversation;

/// <summary>Topics and bulletins of an invented town.</summary>
internal static class SampleArchive
{
    public static IReadOnlyList<Topic> Topics { get; } =
    [
        Of("courts", "法院", "Courts", "法院 OR 审判"),
        Of("procuratorate", "检察", "Prosecutors", "检察"),
        Of("justice", "司法行政", "Justice bureaus", "司法局"),
        Of("lawyers", "律师", "Lawyers", "律师"),
        Of("notaries", "公证鉴定", "Notaries", "公证 OR 鉴定"),
        Of("mediation", "调解仲裁", "Mediation", "调解 OR 仲裁"),
        Of("minors", "未成年人保护", "Minors", "未成年人"),
        Of("prisons", "监狱矫正", "Prisons", "监狱 OR 社区矫正"),
        Of("discipline", "纪检监察", "Discipline", "纪委"),
        Of("property", "知识产权", "Patents", "知识产权"),
        Of("business", "营商环境", "Business", "营商环境"),
        Of("welfare", "民政", "Welfare", "民政"),
    ];

    public static IReadOnlyList<SourceDefinition> Sources { get; } =
        [new() { Id = "qinghe-daily", Name = "青禾日报", Kind = SourceKind.Pages, Location = "pages" }];

    public static IEnumerable<BulletinRow> Bulletins(DateTimeOffset now)
    {
        yield return Row(1, now.AddHours(-30), "青禾县法院开设夜间调解室", "青禾县法院在城南设立夜间调解室，居民下班后也能来。",
            ["青禾县法院近日在城南设立夜间调解室。", "居民下班后也能来调解，首周受理十二件。"]);
        yield return Row(2, now.AddHours(-20), "青禾县检察院走进三所中学", "检察官为三所中学讲授未成年人保护课。",
            ["青禾县检察院的检察官走进三所中学。", "他们讲授未成年人保护的知识。"]);
        yield return Row(3, now.AddHours(-10), "云塘市律师协会公布面试安排", "申请律师执业人员面试考核将于下周举行。",
            [.. Enumerable.Range(1, 40).Select(i => $"第{i}段：云塘市律师协会公布申请律师执业人员面试考核的第{i}项安排，请考生按时到场，带好证件，提前半小时签到，遵守考场纪律，听从工作人员引导。")]);
        for (var i = 4; i <= 10; i++)
        {
            yield return Row(i, now.AddHours(-i - 40), $"云塘市法院发布第{i}号公报", $"云塘市法院发布第{i}号公报。", [$"云塘市法院发布第{i}号公报，内容照登。"]);
        }
    }

    public static IEnumerable<MatchRow> Matches(DateTimeOffset now)
    {
        yield return Match(1, "courts", "法院");
        yield return Match(1, "mediation", "调解");
        yield return Match(2, "procuratorate", "检察院", "检察官");
        yield return Match(2, "minors", "未成年人");
        yield return Match(3, "lawyers", "律师");
        for (var i = 4; i <= 10; i++)
        {
            yield return Match(i, "courts", "法院");
        }

        MatchRow Match(long bulletin, string topic, params string[] words) =>
            new() { BulletinId = bulletin, TopicId = topic, Evidence = [.. words], MatchedAt = now };
    }

    private static Topic Of(string id, string zh, string en, string rule) => new() { Id = id, NameZh = zh, NameEn = en, Rule = rule };

    private static BulletinRow Row(long id, DateTimeOffset at, string title, string summary, List<string> paragraphs) => new()
    {
        Id = id,
        StoryId = id,
        SourceId = "qinghe-daily",
        EntryKey = $"entry-{id}",
        Fingerprint = $"f{id}",
        Title = title,
        Summary = summary,
        Paragraphs = paragraphs,
        Link = $"https://paper.example/{id}",
        PublishedAt = at,
        SeenAt = at,
    };
}
