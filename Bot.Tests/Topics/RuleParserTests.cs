using Bot.Texts;
using Bot.Topics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Topics;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("律师", "律师")]
    [InlineData("律师 准入", "律师 AND 准入")]
    [InlineData("律师 AND 准入", "律师 AND 准入")]
    [InlineData("甲 乙 OR 丙", "(甲 AND 乙) OR 丙")]
    [InlineData("甲 | 乙 | 丙", "甲 OR 乙 OR 丙")]
    [InlineData("律师 NOT 广告", "律师 AND (NOT 广告)")]
    [InlineData("律师 -广告", "律师 AND (NOT 广告)")]
    [InlineData("NOT NOT 律师", "律师")]
    [InlineData("title:（法院｜法庭）", "title:(法院 OR 法庭)")]
    [InlineData("title：法院", "title:法院")]
    [InlineData("NEAR/10(律师 权益)", "NEAR/10(律师 权益)")]
    [InlineData("2 OF (调解, 仲裁，公证)", "2 OF (调解, 仲裁, 公证)")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营罪\"", "非法 BUT NOT IN 非法经营罪")]
    [InlineData("“未成年人 保护”", "\"未成年人 保护\"")]
    [InlineData("/第[0-9]+批/", "/第[0-9]+批/")]
    [InlineData("topic:lawyers AND 2024", "topic:lawyers AND \"2024\"")]
    public void A_rule_is_read_as_it_is_meant(string rule, string meant) =>
        Assert.Equal(meant, RulePrinter.Print(Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("律师 OR", 1, 6)]
    [InlineData("律师 AND (准入", 1, 11)]
    [InlineData("律师)", 1, 3)]
    [InlineData("\"律师", 1, 1)]
    [InlineData("律师\nAND OR", 2, 5)]
    [InlineData("4 OF (甲, 乙)", 1, 1)]
    [InlineData("NEAR/x(甲 乙)", 1, 6)]
    [InlineData("/(/", 1, 1)]
    [InlineData("甲 BUT NOT IN 乙丙", 1, 14)]
    [InlineData("topic:", 1, 7)]
    public void A_text_that_is_no_rule_is_refused_at_its_place(string rule, int line, int column)
    {
        var error = Assert.IsType<RuleResult.Refused>(RuleParser.Parse(rule)).Error;
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.NotEqual(error.Message(Language.Zh), error.Message(Language.En));
    }

    [Fact]
    public void A_dangling_operator_gets_a_suggestion_and_a_caret()
    {
        var error = Assert.IsType<RuleResult.Refused>(RuleParser.Parse("律师 OR")).Error;
        Assert.Contains("operator stands last", error.Message(Language.En), StringComparison.Ordinal);
        Assert.Equal("律师 OR\n       ^", error.Shown());
        Assert.EndsWith("\n律师 OR▲", error.Told(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_exhausts_no_stack() =>
        Assert.IsType<RuleResult.Refused>(RuleParser.Parse(new string('(', 19_000)));

    [Property(MaxTest = 2000)]
    public void Any_text_is_a_rule_or_an_error_with_a_place(string? text)
    {
        var rule = text ?? "";
        if (RuleParser.Parse(rule) is RuleResult.Refused(var error))
        {
            Assert.InRange(error.At, 0, rule.Length);
            Assert.NotEmpty(error.Report(Language.Zh));
        }
    }

    [Property(MaxTest = 2000, Arbitrary = [typeof(RandomRules)])]
    public void Printing_a_rule_and_parsing_it_again_is_the_identity(RandomRule random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var printed = RulePrinter.Print(random.Rule);
        var again = Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(printed)).Rule;
        Assert.Equal(printed, RulePrinter.Print(again));
        Assert.Equal(random.Rule, again);
    }
}

/// <summary>A rule as the parser would build it: groups are flat and never of one part.</summary>
public sealed class RandomRule
{
    internal RandomRule(Rule rule) => Rule = rule;

    internal Rule Rule { get; }

    public override string ToString() => RulePrinter.Print(Rule);
}

public static class RandomRules
{
    private static readonly string[] _words = ["律师", "法院", "AND", "二 字", "a\"b", "反\\斜", "2024", "(", "COVID-19", "title:", "第十二号"];

    public static Arbitrary<RandomRule> Any() => Gen.Sized(size => Of(Math.Min(size, 12))).Select(r => new RandomRule(r)).ToArbitrary();

    private static Gen<Rule> Word() => Gen.Elements(_words).Select(w => (Rule)new Rule.Word(w));

    private static Gen<Rule> Of(int size)
    {
        if (size <= 1)
        {
            return Word();
        }

        var part = Of(size / 2);
        var few = part.ListOf(3).Select(l => new RuleList([.. l]));
        return Gen.OneOf(
            Word(),
            few.Where(l => !l.Any(p => p is Rule.All)).Select(l => (Rule)new Rule.All(l)),
            few.Where(l => !l.Any(p => p is Rule.Any)).Select(l => (Rule)new Rule.Any(l)),
            part.Where(p => p is not Rule.Not).Select(p => (Rule)new Rule.Not(p)),
            part.Select(p => (Rule)new Rule.In(RuleField.Title, p)),
            few.Select(l => (Rule)new Rule.AtLeast(2, l)),
            Word().ListOf(2).Select(l => (Rule)new Rule.Near(7, new RuleList([.. l]))),
            Gen.Constant((Rule)new Rule.Topic("other-topic")),
            Gen.Constant((Rule)new Rule.Pattern("第[0-9]+/批")));
    }
}
