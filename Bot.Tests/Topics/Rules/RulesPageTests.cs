using System.Text.RegularExpressions;
using Bot.Tests.Sources;
using Bot.Topics;

namespace Bot.Tests.Topics.Rules;

/// <summary>What docs/rules.md says is what the parser does.</summary>
public sealed partial class RulesPageTests
{
    [Fact]
    public void Every_rule_that_the_page_shows_is_one()
    {
        var rows = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "docs", "rules.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var rules = rows.SelectMany(r => Code().Matches(Column(r))).Select(m => m.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal)).ToList();
        Assert.True(rules.Count >= 12);
        Assert.All(rules, r => Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(r)));
    }

    [Theory]
    [InlineData("\"深化“法司”协作\"", "深化“法司”协作")]
    [InlineData("“说\"好\"”", "说\"好\"")]
    [InlineData("「法院」", "法院")]
    public void A_quote_closes_with_its_own_kind(string rule, string word) =>
        Assert.Equal(word, Assert.IsType<Rule.Word>(Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule).Text);

    [Theory]
    [InlineData("titel:法院", "title:")]
    [InlineData("标题:法院", "title:")]
    [InlineData("nothing:法院", "title:, body:")]
    public void A_misspelt_field_is_refused_with_what_was_meant(string rule, string meant) =>
        Assert.Contains(meant, Assert.IsType<RuleResult.Refused>(RuleParser.Parse(rule)).Error.Message(Bot.Texts.Language.En), StringComparison.Ordinal);

    [Theory]
    [InlineData("12", "2024年12月", true)]
    [InlineData("12", "2024年112人", false)]
    [InlineData("第2号", "第12号", false)]
    [InlineData("law", "lawyer", false)]
    public void Numbers_and_Latin_words_are_found_whole(string rule, string text, bool found)
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([new Topic { Id = "a", NameZh = "甲", NameEn = "A", Rule = rule }]);
        Assert.Equal(found, catalogue.Match(new RuleText { Title = text }).Count > 0);
    }

    /// <summary>The first column: pipes inside it are written \|.</summary>
    private static string Column(string row) => Regex.Split(row, @"(?<!\\)\|")[1];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
