using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class RuleMatchingTests
{
    [Theory]
    [InlineData("律师", "全市律师协会开会", "律师")]
    [InlineData("卫生", "衛生局發布", "衛生")]
    [InlineData("abc", "ＡＢＣ公司", "ＡＢＣ")]
    [InlineData("第12号", "令第十二号公布", "第十二号")]
    [InlineData("第十二号", "令第12号公布", "第12号")]
    [InlineData("2024年", "二〇二四年六月", "二〇二四年")]
    [InlineData("知识产权", "知识 产\n权保护", "知识 产权")]
    [InlineData("法院", "法\u200B院", "法\u200B院")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营罪\"", "非法经营罪之外另有非法所得", "非法")]
    [InlineData("NEAR/3(律师 权益)", "律师的权益", "律师|权益")]
    [InlineData("2 OF (调解, 仲裁, 公证)", "调解与公证", "调解|公证")]
    [InlineData("/第[0-9]+批/", "公布第12批名单", "第12批")]
    [InlineData("law", "the law of China", "law")]
    [InlineData("律师 NOT 广告", "律师来了", "律师")]
    public void A_rule_holds_by_the_words_as_the_text_spells_them(string rule, string body, string evidence) =>
        Assert.Equal(evidence.Split('|'), Match(rule, new RuleText { Paragraphs = [body] }));

    [Theory]
    [InlineData("law", "the lawyer came")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营罪\"", "犯非法经营罪")]
    [InlineData("NEAR/3(律师 权益)", "律师协会开会讨论权益")]
    [InlineData("2 OF (调解, 仲裁, 公证)", "调解又调解")]
    [InlineData("律师 NOT 广告", "律师广告")]
    [InlineData("title:律师", "律师在正文里")]
    [InlineData("律师", "两段之间的律")]
    public void A_rule_that_does_not_hold_gives_nothing(string rule, string body) =>
        Assert.Null(Match(rule, new RuleText { Paragraphs = [body, "师的后半"] }));

    [Theory]
    [InlineData("title:法院")]
    [InlineData("place:包头")]
    [InlineData("tag:司法")]
    [InlineData("source:日报")]
    [InlineData("number:〔2024〕12号")]
    [InlineData("issuer:司法局")]
    [InlineData("author:甲乙")]
    [InlineData("topic:other")]
    public void A_field_is_looked_at_where_the_rule_names_it(string rule) => Assert.NotNull(Match(rule, new RuleText
    {
        Title = "法院开庭",
        Places = ["包头市"],
        Tags = ["司法行政"],
        SourceName = "某某日报",
        Number = "某司发〔2024〕12号",
        Issuer = "某市司法局",
        Author = "记者 甲乙",
    }));

    [Fact]
    public void Topics_come_in_the_order_that_admins_gave_them()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("b", "法院"), Topic("a", "律师"), Topic("c", "公证")]);
        var matches = catalogue.Match(new RuleText { Paragraphs = ["律师走进法院"] });
        Assert.Equal(["b", "a"], matches.Select(m => m.Topic.Id));
    }

    private static IReadOnlyList<string>? Match(string rule, RuleText text)
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("tested", rule), Topic("other", "title:开庭")]);
        return catalogue.Match(text).FirstOrDefault(m => m.Topic.Id == "tested")?.Evidence;
    }

    private static Topic Topic(string id, string rule) => new() { Id = id, NameZh = id, NameEn = id, Rule = rule };
}
