using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class ExplainerTests
{
    private static readonly RuleText _text = new()
    {
        Title = "青禾县法院发布典型案例",
        Subtitle = "保护劳动者",
        Paragraphs = ["青禾县法院近日发布十件案例。", "", "其中三件涉及非法经营罪，律师参与调解。"],
        SourceId = "qinghe",
        SourceName = "青禾日报",
        Places = ["青禾县"],
    };

    [Theory]
    [InlineData("法院", "✓ 法院：标题“法院”、第1段“法院”")]
    [InlineData("title:法院 AND 调解", "✓ title:法院：标题“法院”|✓ 调解：第3段“调解”")]
    [InlineData("title:(监狱 OR 劳动者)", "✓ title:劳动者：副标题“劳动者”")]
    [InlineData("2 OF (案例, 律师, 监狱)", "✓ 2 OF (案例, 律师, 监狱)：标题“案例”、第1段“案例”、第3段“律师”")]
    [InlineData("place:青禾 NOT 广告", "✓ place:青禾：地区“青禾”|✓ NOT 广告：文中没有")]
    public void What_held_is_named_with_its_words_and_where_they_stand(string rule, string expected) =>
        Assert.Equal(expected, Lines(rule, Language.Zh));

    [Theory]
    [InlineData("监狱", "✗ 标题和正文里没有：监狱")]
    [InlineData("title:(监狱 OR 戒毒)", "✗ 标题里没有：监狱、戒毒")]
    [InlineData("法院 AND 监狱", "✓ 法院：标题“法院”、第1段“法院”|✗ 标题和正文里没有：监狱")]
    [InlineData("法院 NOT 律师", "✓ 法院：标题“法院”、第1段“法院”|✗ NOT 律师：但文中有（第3段“律师”）")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营罪\"", "✗ “非法”只出现在“非法经营罪”里面（第3段“非法经营罪”）")]
    [InlineData("NEAR/2(非法 律师)", "✗ NEAR/2(非法 律师)：词都有，但相距超过 2 个字（第3段“非法”、第3段“律师”）")]
    [InlineData("3 OF (法院, 律师, 监狱, 戒毒)", "✗ 3 OF (法院, 律师, 监狱, 戒毒)：要有 3 个，只有 2 个（标题“法院”、第1段“法院”、第3段“律师”）；缺：监狱、戒毒")]
    [InlineData("(监狱 AND 戒毒) OR (法院 AND 调解 AND 检察)", "✗ 标题和正文里没有：检察")]
    public void Of_a_rule_that_did_not_hold_the_nearest_part_that_failed_is_named(string rule, string expected) =>
        Assert.Equal(expected, Lines(rule, Language.Zh));

    [Fact]
    public void English_readers_are_told_in_English()
    {
        Assert.Equal("✓ title:法院: title “法院”", Lines("title:法院", Language.En));
        Assert.Equal("✗ Missing in the title and body: 监狱", Lines("监狱", Language.En));
    }

    [Fact]
    public void A_place_points_into_the_paragraph_as_it_was_published()
    {
        var word = Assert.Single(Assert.Single(Explainer.Kept(Explain("调解"))).Words);
        Assert.Equal("调解", _text.Paragraphs[word.Piece].Substring(word.Start, word.Length));
        Assert.Equal((RuleField.Body, 2), (word.Field, word.Piece));
    }

    [Fact]
    public void Another_topics_rule_is_explained_by_its_words()
    {
        Assert.Equal("✓ 律师：第3段“律师”", Lines("topic:lawyers", Language.Zh));
        Assert.Equal("✗ topic:gone：没有这个主题", Lines("topic:gone", Language.Zh));
    }

    [Fact]
    public void An_explanation_says_what_the_match_says()
    {
        string[] rules =
        [
            "法院", "监狱", "法院 AND 律师", "法院 NOT 律师", "2 OF (法院, 监狱, 律师)", "NEAR/30(涉及 律师)", "NEAR/1(涉及 律师)", "title:案例 OR body:监狱",
            "/第[0-9]+批/", "/[一二三]件/", "NOT (监狱 OR 戒毒)", "\"经营\" BUT NOT IN \"非法经营\"", "source:青禾 AND place:青禾县", "topic:lawyers NOT topic:lawyers",
        ];
        foreach (var rule in rules)
        {
            var catalogue = new TopicCatalogue();
            catalogue.Replace([Topic("asked", rule), Topic("lawyers", "律师")]);
            Assert.Equal(catalogue.Match(_text).Any(m => m.Topic.Id == "asked"), Explain(rule).Holds);
        }
    }

    [Fact]
    public void What_is_kept_with_a_match_is_small()
    {
        var rule = string.Join(" OR ", Enumerable.Range(0, 500).Select(i => $"法院 NOT 词{i}"));
        var kept = Explainer.Kept(Explain(rule));
        Assert.True(kept.Count <= 6);
        Assert.All(kept, p => Assert.True(p.Part.Length <= 101 && p.Words.Count <= 8));
    }

    private static string Lines(string rule, Language language) => string.Join('|', ExplanationText.Of(Explain(rule), language));

    private static Explanation Explain(string rule) => Explainer.Explain(
        Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule,
        _text,
        id => id == "lawyers" ? new Rule.Word("律师") : null);

    private static Topic Topic(string id, string rule) => new() { Id = id, NameZh = id, NameEn = id, Rule = rule };
}
