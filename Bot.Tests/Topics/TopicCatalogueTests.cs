using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class TopicCatalogueTests
{
    private static readonly RuleText _text = new()
    {
        Title = "云塘市法院公布律師准入\n新规",
        Subtitle = "面试考核更严",
        Paragraphs =
        [
            "云塘市中级人民法院与司 法 局联合发文，第十二号令自即日起施行。",
            "有人涉嫌非法经营罪被查。The AI said nothing. 调解与仲裁并举，权益受律师保护。",
        ],
        SourceId = "yuntang",
        SourceName = "云塘法制报",
        Places = ["云塘市"],
        Issuer = "云塘市司法局",
        Author = "林小满",
        Tags = ["法治"],
        Number = "云司〔2024〕12号",
    };

    [Theory]
    [InlineData("律师", "律師|律师")]
    [InlineData("title:律师准入新规", "律師准入新规")]
    [InlineData("司法局 第12号", "司 法 局|第十二号")]
    [InlineData("title:考核", "考核")]
    [InlineData("body:律师", "律师")]
    [InlineData("body:考核", null)]
    [InlineData("ai", "AI")]
    [InlineData("法院 NOT 广告", "法院")]
    [InlineData("法院 -律师", null)]
    [InlineData("广告 OR 仲裁", "仲裁")]
    [InlineData("2 OF (调解, 仲裁, 公证)", "调解|仲裁")]
    [InlineData("3 OF (调解, 仲裁, 公证)", null)]
    [InlineData("NEAR/1(调解 仲裁)", "调解|仲裁")]
    [InlineData("NEAR/1(仲裁 调解)", "调解|仲裁")]
    [InlineData("NEAR/2(调解 权益)", null)]
    [InlineData("NEAR/500(法院 仲裁)", null)]
    [InlineData("非法 BUT NOT IN 非法经营罪", null)]
    [InlineData("经营 BUT NOT IN 合法经营", "经营")]
    [InlineData("/第.+号令/", "第十二号令")]
    [InlineData("title:/律.准入/", "律師准入")]
    [InlineData("source:法制报", "云塘法制报|法制报")]
    [InlineData("place:云塘 issuer:司法局 author:林小满 tag:法治", "云塘|司法局|林小满|法治")]
    [InlineData("number:[2024]12号", "〔2024〕12号")]
    [InlineData("number:2号", null)]
    public void A_rule_holds_or_not_and_shows_its_words(string rule, string? evidence)
    {
        var found = Match(rule).SingleOrDefault();
        if (evidence is null)
            Assert.Null(found);
        else
            Assert.True(found is not null && found.Evidence.All(word => evidence.Split('|').Contains(word)) && found.Evidence.Count > 0, string.Join('|', found?.Evidence ?? []));
    }

    [Fact]
    public void Topics_come_in_the_admins_order_and_may_build_on_one_another() =>
        Assert.Equal(["c", "a"], Match("仲裁", "b:体育", "a:topic:c 法院").Select(m => m.Topic.Id));

    [Fact]
    public void Evidence_names_each_word_once_in_the_order_it_stands() =>
        Assert.Equal(["法院", "律師", "律师"], Assert.Single(Match("律师 OR 法院 OR 律师")).Evidence);

    /// <summary>Each character of a million is a find, or a numeral. The work must grow with the text, not with its square.</summary>
    [Theory]
    [InlineData("律")]
    [InlineData("/./")]
    [InlineData("第100")]
    public void A_hostile_text_is_matched_all_the_same(string rule)
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Of("rule", rule)]);
        var text = new RuleText { Paragraphs = [string.Concat(Enumerable.Repeat("律第一百", 250_000))] };
        Assert.Single(catalogue.Match(text));
    }

    private static IReadOnlyList<TopicMatch> Match(string rule, params string[] others)
    {
        var catalogue = new TopicCatalogue();
        List<Topic> topics = [Of(others.Length > 0 ? "c" : "rule", rule)];
        topics.AddRange(others.Select(o => Of(o[..o.IndexOf(':', StringComparison.Ordinal)], o[(o.IndexOf(':', StringComparison.Ordinal) + 1)..])));
        catalogue.Replace(topics);
        return catalogue.Match(_text);
    }

    private static Topic Of(string id, string rule) => new() { Id = id, NameZh = id, NameEn = id, Rule = rule };
}
