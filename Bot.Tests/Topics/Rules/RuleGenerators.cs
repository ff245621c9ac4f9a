using Bot.Topics;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Topics.Rules;

/// <summary>Random rules and texts that look like rules.</summary>
internal static class RuleGenerators
{
    private static readonly string[] _words =
        ["律师", "准入", "OR", "and", "a\"b", "a“b”", "\\", "2", "covid-19", "NEAR/3", "10:30", "法 院", "-x", "〔2024〕12号", "BUT", "a,b", "(x)", "/x/"];

    private static readonly string[] _pieces =
        ["律师", "准入", "OR", "AND", "NOT", "-", "（", "(", "）", ")", "\"", "“", "”", "title:", "标题：", "NEAR/", "3", "2 OF (", "、", ",", "/", "\\", "topic:", "a", " ", "\n", "BUT NOT IN", "|", "：", "\u200B", "[", "*", "𠀾"];

    public static Arbitrary<Rule> Rules() => Gen.Sized(size => Nested(Math.Min(size, 4))).ToArbitrary();

    public static Arbitrary<string> Texts() =>
        Gen.Elements(_pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static Gen<Rule> Word() => Gen.Elements(_words).Select(w => (Rule)new Rule.Word(w));

    private static Gen<Rule> Leaf() => Gen.OneOf(
        Word(),
        Gen.Elements("lawyers", "a-b").Select(id => (Rule)new Rule.Topic(id)),
        Gen.Elements("第[0-9]+批", "a/b", "\\d／x", "\\\\/").Select(p => (Rule)new Rule.Pattern(p)),
        Gen.Elements(_words).Select(w => (Rule)new Rule.ButNotIn(w, $"x{w}y")),
        from n in Gen.Choose(1, 200) from words in Word().ListOf(2) select (Rule)new Rule.Near(n, new RuleList([.. words])));

    private static Gen<Rule> Nested(int depth) => depth == 0 ? Leaf() : Gen.OneOf(
        Leaf(),
        Parts(depth).Where(p => !p.Any(r => r is Rule.All)).Select(p => (Rule)new Rule.All(new RuleList(p))),
        Parts(depth).Where(p => !p.Any(r => r is Rule.Any)).Select(p => (Rule)new Rule.Any(new RuleList(p))),
        Parts(depth).SelectMany(p => Gen.Choose(1, p.Count).Select(n => (Rule)new Rule.AtLeast(n, new RuleList(p)))),
        Nested(depth - 1).Where(r => r is not Rule.Not).Select(r => (Rule)new Rule.Not(r)),
        from field in Gen.Elements(Enum.GetValues<RuleField>()) from part in Leaf() select (Rule)new Rule.In(field, part));

    private static Gen<IReadOnlyList<Rule>> Parts(int depth) =>
        Gen.Choose(2, 3).SelectMany(n => Nested(depth - 1).ListOf(n)).Select(parts => (IReadOnlyList<Rule>)[.. parts]);
}
