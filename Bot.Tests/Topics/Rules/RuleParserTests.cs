using Bot.Texts;
using Bot.Topics;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Topics.Rules;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("律师 准入", "律师 AND 准入")]
    [InlineData("律师 AND (准入 OR 面试考核) NOT 广告", "律师 AND (准入 OR 面试考核) AND (NOT 广告)")]
    [InlineData("a | b c", "a OR (b AND c)")]
    [InlineData("律师 -广告", "律师 AND (NOT 广告)")]
    [InlineData("律师　（准入｜面试）　－广告", "律师 AND (准入 OR 面试) AND (NOT 广告)")]
    [InlineData("title：“法院”", "title:法院")]
    [InlineData("2 OF （调解、仲裁，公证)", "2 OF (调解, 仲裁, 公证)")]
    [InlineData("NEAR/10(律师 权益)", "NEAR/10(律师 权益)")]
    [InlineData("\"非法\" BUT NOT IN \"非法经营罪\"", "非法 BUT NOT IN 非法经营罪")]
    [InlineData("/第[0-9]+批/ topic:lawyers", "/第[0-9]+批/ AND topic:lawyers")]
    [InlineData("number:〔2024〕12号", "number:\"〔2024〕12号\"")]
    [InlineData("((律师))", "律师")]
    [InlineData("NOT NOT 律师", "律师")]
    [InlineData("covid-19", "\"covid-19\"")]
    [InlineData("\"深化“法司”协作\"", "\"深化“法司”协作\"")]
    [InlineData("“说\"好\"”", "\"说\\\"好\\\"\"")]
    public void A_rule_means_what_it_says(string rule, string printed) => Assert.Equal(printed, RulePrinter.Print(Parsed(rule)));

    [Property(MaxTest = 2000)]
    public FsCheck.Property Printing_a_rule_and_parsing_it_again_is_the_same_rule() =>
        Prop.ForAll(RuleGenerators.Rules(), rule => Assert.Equal(rule, Parsed(RulePrinter.Print(rule))));

    [Property(MaxTest = 5000)]
    public FsCheck.Property Any_text_is_a_rule_or_an_error_with_a_place_in_it() => Prop.ForAll(RuleGenerators.Texts(), text =>
    {
        switch (RuleParser.Parse(text))
        {
            case RuleResult.Parsed(var rule):
                Assert.Equal(rule, Parsed(RulePrinter.Print(rule)));
                break;
            case RuleResult.Refused(var error):
                Assert.InRange(error.At, 0, text.Length);
                Assert.InRange(error.Line, 1, text.Count(c => c == '\n') + 1);
                Assert.InRange(error.Column, 1, text.Length + 1);
                Assert.All(Enum.GetValues<Language>(), language => Assert.NotEmpty(error.Report(language)));
                break;
        }
    });

    /// <summary>What is allocated stands for the steps: it does not depend on the machine's load. One that grew with the square would be far beyond.</summary>
    [Property(MaxTest = 300)]
    public FsCheck.Property A_text_costs_as_much_as_it_is_long() => Prop.ForAll(RuleGenerators.Texts(), IsLinear);

    [Theory]
    [InlineData(":")]
    [InlineData("x:")]
    [InlineData("a,")]
    [InlineData("\"a\" ")]
    [InlineData("(a) ")]
    [InlineData("-a ")]
    [InlineData("2 OF (a) ")]
    [InlineData("a BUT NOT IN aa ")]
    [InlineData("/a/")]
    public void A_long_text_of_one_thing_costs_as_much_as_it_is_long(string piece) => IsLinear(piece);

    private static void IsLinear(string piece)
    {
        const int Length = RuleLexer.LongestRule;
        var text = string.Concat(Enumerable.Repeat(piece, Length / Math.Max(1, piece.Length)));
        Assert.InRange(Allocated(text), 0, (2_000L * Length) + 20_000_000);
    }

    [Fact]
    public void So_many_patterns_that_each_bulletin_would_wait_for_them_are_refused() =>
        Assert.Equal(3 * 20, Refused(string.Concat(Enumerable.Repeat("/a/", 21))).At);

    private static long Allocated(string rule)
    {
        RuleParser.Parse(rule);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RuleParser.Parse(rule);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Theory]
    [InlineData("", 1, 1, "规则是空的")]
    [InlineData("律师 OR", 1, 6, "运算符后面没有词")]
    [InlineData("律师 AND\nOR 准入", 2, 1, "OR")]
    [InlineData("(律师", 1, 4, "没有配上右括号")]
    [InlineData("律师）", 1, 3, "多了一个右括号")]
    [InlineData("律师 “准入", 1, 4, "引号")]
    [InlineData("3 OF (a, b)", 1, 1, "3")]
    [InlineData("x OF (a, b)", 1, 3, "OF")]
    [InlineData("0 OF (a, b)", 1, 3, "OF")]
    [InlineData("NEAR(a b)", 1, 1, "NEAR/")]
    [InlineData("NEAR/x(a b)", 1, 6, "NEAR/")]
    [InlineData("titel:法院", 1, 1, "title:")]
    [InlineData("标题：法院", 1, 1, "title:")]
    [InlineData("非法 BUT NOT INDIA", 1, 8, "BUT NOT")]
    [InlineData("/[/", 1, 1, "[")]
    [InlineData("/(a)\\1/", 1, 1, "")]
    [InlineData("topic:", 1, 7, "topic:lawyers")]
    [InlineData("\"\u200B\"", 1, 1, "")]
    public void A_mistake_is_named_with_its_place(string rule, int line, int column, string says)
    {
        var error = Refused(rule);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(says, error.Message(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void The_caret_stands_under_the_spot_though_Chinese_is_wide() =>
        Assert.Equal("律师 )\n     ^", Refused("律师 )").Shown());

    [Theory]
    [InlineData("(")]
    [InlineData("NOT (")]
    [InlineData("title:")]
    [InlineData("2 OF (a, ")]
    [InlineData("\"")]
    public void Endless_nesting_is_refused(string piece) => Refused(string.Concat(Enumerable.Repeat(piece, 2001)));

    private static Rule Parsed(string rule) => RuleParser.Parse(rule) switch
    {
        RuleResult.Parsed(var parsed) => parsed,
        RuleResult.Refused(var error) => throw new Xunit.Sdk.XunitException($"{rule}\n{error.Report(Language.En)}"),
        _ => throw new InvalidOperationException(),
    };

    private static RuleError Refused(string rule) => Assert.IsType<RuleResult.Refused>(RuleParser.Parse(rule)).Error;
}
