using Bot.Topics;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Topics.Matching;

public sealed class RuleIndexTests
{
    /// <summary>Each case is four rules held against three texts.</summary>
    [Property(MaxTest = 9_000)]
    public FsCheck.Property Rules_hold_together_as_each_holds_alone() => Prop.ForAll(MatchingGenerators.Cases(), Check);

    private static void Check(MatchingCase tried)
    {
        var index = RuleCompiler.Compile(tried.Rules, tried.RuleOf);
        var words = RuleDictionary.Of([.. tried.Rules, .. tried.Topics.Values]);
        foreach (var text in tried.Texts)
        {
            var pieces = NaiveMatching.Pieces(text);
            var fields = new FoldedFields(text);
            var matcher = new RuleMatcher(new MatchText(fields, words), tried.RuleOf);
            using var scan = index.Scan(fields);
            Assert.Equal(
                Enumerable.Range(0, tried.Rules.Length).Where(r => NaiveMatching.Holds(tried.Rules[r], pieces, tried.RuleOf)),
                scan.Holding);
            foreach (var held in scan.Holding)
            {
                Assert.Equal(matcher.Match(tried.Rules[held]), scan.Evidence(held));
            }
        }
    }

    [Theory]
    [InlineData("法院 律师", "法院没有来", 0)]
    [InlineData("律师协会 法院", "法院没有来", 0)]
    [InlineData("法院 OR 律师协会", "法院没有来", 1)]
    [InlineData("2 OF (法院, 律师, 仲裁)", "法院没有来", 0)]
    [InlineData("2 OF (法院, 律师, 仲裁)", "仲裁没有来", 1)]
    [InlineData("3 OF (法院, 律师协会, 公证)", "法院与公证", 0)]
    [InlineData("NOT 律师", "法院没有来", 1)]
    [InlineData("律师 NOT 广告", "法院没有来", 0)]
    [InlineData("/法./ 律师", "法院没有来", 0)]
    public void Only_a_rule_that_a_find_can_make_true_is_looked_at(string rule, string body, int looked)
    {
        // Filler makes 法, 院 and 公证 common: the rarest necessary word is filed.
        var index = Index(rule, "法院 法院 法院法院", "公证法院 公证院法", "法院公证");
        using var scan = index.Scan(new FoldedFields(new RuleText { Paragraphs = [body] }));
        Assert.Equal(looked, scan.Looked - index.Always.Length + (index.Always.Contains(0) ? 1 : 0) - LookedAtFillers(body));
    }

    [Fact]
    public void Rules_that_no_word_can_make_true_are_counted()
    {
        var index = Index("NOT 律师", "/法./", "/法./ 律师", "法院 OR NOT 律师", "律师 NOT 广告", "2 OF (法院, NOT 律师)");
        Assert.Equal([0, 1, 3], index.Always.Order());
    }

    [Fact]
    public void Topics_that_build_on_one_another_again_and_again_are_held_once_each()
    {
        // Each refers to the one before twice: as text it would double forty times.
        var topics = Enumerable.Range(1, 40).ToDictionary(n => $"t{n}", n => Parsed($"topic:t{n - 1} topic:t{n - 1}"));
        topics["t0"] = Parsed("法院");
        var index = RuleCompiler.Compile([Parsed("topic:t40")], topics.GetValueOrDefault);
        using var scan = index.Scan(new FoldedFields(new RuleText { Title = "法院" }));
        Assert.Equal([0], scan.Holding);
        Assert.Equal([new Find(0, 0, 2)], scan.Evidence(0));
    }

    [Fact]
    public void Holding_rules_against_a_folded_text_allocates_nothing()
    {
        var index = Index("法院 律师", "NEAR/5(法院 律师)", "律师 BUT NOT IN 律师协会", "2 OF (法院, 律师, 公证) NOT 广告", "title:法院 OR topic:a");
        var fields = new FoldedFields(new RuleText { Title = "法院与律师", Paragraphs = ["律师协会来到法院，律师也来了"] });
        Hold();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var held = Hold();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(5, held);

        int Hold()
        {
            using var scan = index.Scan(fields);
            return scan.Holding.Count;
        }
    }

    private static int LookedAtFillers(string body)
    {
        using var scan = Index("\u4E00\u4E01", "法院 法院 法院法院", "公证法院 公证院法", "法院公证").Scan(new FoldedFields(new RuleText { Paragraphs = [body] }));
        return scan.Looked;
    }

    private static RuleIndex Index(params string[] rules) => RuleCompiler.Compile([.. rules.Select(Parsed)], id => id == "a" ? new Rule.Word("法院") : null);

    private static Rule Parsed(string rule) => Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule;
}
