using Bot.Tests.Conversation;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class TopicAuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("法院 NOT 法院")]
    [InlineData("title:人民法院 NOT 法院")]
    [InlineData("法院 AND 律师 NOT (广告 OR 律师)")]
    [InlineData("source:没有的报")]
    [InlineData("(法院 NOT 法院) OR source:没有的报")]
    [InlineData("2 OF (法院, source:没有的报)")]
    [InlineData("topic:broken AND 法院")]
    [InlineData("\"法院\" BUT NOT IN \"法院\"")]
    [InlineData("(法院 OR 律师) NOT (法院 OR 律师 OR 公证)")]
    [InlineData("(法院 OR 检察院) (NOT 法院) (NOT 检察院)")]
    [InlineData("人民法院 (律师 OR NOT 法院) NOT 律师")]
    [InlineData("NEAR/5(法院 律师) NOT 律师")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营\" NOT 非法")]
    [InlineData("法院 NOT title:法院 NOT body:法院")]
    [InlineData("2 OF (法院, 律师, 公证) NOT 2 OF (法院, 律师, 公证)")]
    [InlineData("source:青禾 NOT source:青禾")]
    public void A_rule_that_no_text_can_fulfil_is_found(string rule) => Assert.NotNull(Impossible(rule));

    [Theory]
    [InlineData("法院 NOT 人民法院")]
    [InlineData("title:法院 NOT body:法院")]
    [InlineData("law NOT lawyer")]
    [InlineData("source:青禾")]
    [InlineData("法院 OR source:没有的报")]
    [InlineData("NOT 法院")]
    [InlineData("\"法院\" BUT NOT IN \"法院路\"")]
    [InlineData("(法院 OR 律师) NOT (法院 AND 律师)")]
    [InlineData("2 OF (法院, 律师, 公证) NOT 3 OF (法院, 律师, 公证)")]
    [InlineData("人民法院 律师 NOT 院律")]
    [InlineData("法院 NOT NEAR/5(法院 律师)")]
    [InlineData("/第.批/ NOT /第.次/")]
    public void One_that_a_text_can_fulfil_is_not(string rule) => Assert.Null(Impossible(rule));

    [Fact]
    public async Task The_audit_finds_the_broad_the_same_the_silent_and_what_names_a_source_that_is_gone()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        await using (var db = world.Database())
        {
            foreach (var row in SampleArchive.Bulletins(world.Clock.GetUtcNow()))
            {
                row.Id += 100;
                row.EntryKey = $"more-{row.Id}";
                db.Add(row);
            }

            await db.SaveChangesAsync(Cancellation);
        }

        world.Get<TopicCatalogue>().Replace(
        [
            Topic("broad", "法院 OR 检察 OR 律师"),
            Topic("gazette", "公报"),
            Topic("bulletin", "公报 AND 法院"),
            Topic("silent", "监狱"),
            Topic("gone", "公报 OR source:没有的报") with { Sources = ["qinghe-daily", "nowhere"] },
        ]);
        var findings = await world.Get<TopicAudit>().Run(new TopicAuditLimits(0.8, TimeSpan.FromDays(90)), Language.Zh, null, Cancellation);
        var said = findings.Select(f => $"{f.Topic.Id}: {f.Message(Language.Zh)}").ToList();
        Assert.Contains(said, s => s.StartsWith("broad: 命中全部内容的", StringComparison.Ordinal));
        Assert.Contains("bulletin: 和“gazette”几乎命中同样的内容（共同 14 篇，合计 14 篇）", said);
        Assert.Contains(said, s => s.StartsWith("silent: ", StringComparison.Ordinal) && s.Contains("没有触发过", StringComparison.Ordinal));
        Assert.Contains("gone: 提到的来源已不存在：nowhere", said);
        Assert.Contains("gone: 提到的来源已不存在：没有的报", said);
        Assert.DoesNotContain(findings, f => f.Topic.Id == "gazette");
    }

    [Fact]
    public void A_topic_that_is_limited_to_other_sources_than_its_rule_asks_for_cannot_fire()
    {
        var one = SampleArchive.Sources[0];
        var impossible = new RuleImpossibility(SampleArchive.Sources, _ => null, Language.Zh);
        var rule = Parsed($"source:{one.Id}");
        Assert.Null(impossible.Of(rule, [one]));
        Assert.NotNull(impossible.Of(rule, [.. SampleArchive.Sources.Where(s => !s.Id.Contains(one.Id, StringComparison.Ordinal) && !s.Name.Contains(one.Id, StringComparison.Ordinal))]));
    }

    private static string? Impossible(string rule) => new RuleImpossibility(
        SampleArchive.Sources, id => id == "broken" ? Parsed("甲 NOT 甲") : null, Language.Zh).Of(Parsed(rule));

    private static Rule Parsed(string rule) => Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule;

    private static Topic Topic(string id, string rule) => new() { Id = id, NameZh = id, NameEn = id, Rule = rule };
}
