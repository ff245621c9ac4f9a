using Bot.Topics;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Topics.Matching;

/// <summary>Rules and texts over so few characters that they often meet, in Chinese, Latin script and digits.</summary>
internal static class MatchingGenerators
{
    public static string[] Topics { get; } = ["a", "b", "c", "nowhere"];

    private static readonly string[] _letters = ["法", "院", "司", "律", "師", "师", "a", "B", "1", "2", " ", "第", "十二", "\n", "\u200B"];

    public static Arbitrary<MatchingCase> Cases() =>
        (from rules in Rule(3).ArrayOf(4)
         from topics in Rule(1).ArrayOf(3)
         from texts in Text().ArrayOf(3)
         select new MatchingCase(rules, TopicRules(topics), texts)).ToArbitrary();

    /// <summary>Each topic may refer to those before it only.</summary>
    private static Dictionary<string, Rule> TopicRules(Rule[] rules) => new()
    {
        ["a"] = Without(rules[0], "a", "b", "c"),
        ["b"] = Without(rules[1], "b", "c"),
        ["c"] = Without(rules[2], "c"),
    };

    private static Rule Without(Rule rule, params string[] topics) =>
        TopicReferences.Of(rule).Any(topics.Contains) ? new Rule.Word("法") : rule;

    private static Gen<string> Word() => Gen.Choose(1, 3).SelectMany(n => Gen.Elements(_letters[..10]).ListOf(n)).Select(parts => string.Concat(parts));

    private static Gen<Rule> Words() => Word().Select(w => (Rule)new Rule.Word(w));

    private static Gen<Rule> Leaf() => Gen.Frequency(
        (8, Words()),
        (2, from n in Gen.Choose(1, 6) from k in Gen.Choose(2, 3) from words in Words().ListOf(k) select (Rule)new Rule.Near(n, new RuleList([.. words]))),
        (2, from word in Word() from before in Word() select (Rule)new Rule.ButNotIn(word, before + word)),
        (1, Gen.Elements(Topics).Select(id => (Rule)new Rule.Topic(id))),
        (1, Gen.Elements("法.", "第.+二", "[ab]", "x*").Select(p => (Rule)new Rule.Pattern(p))));

    private static Gen<Rule> Rule(int depth) => depth == 0 ? Leaf() : Gen.Frequency(
        (2, Leaf()),
        (2, Parts(depth).Select(p => (Rule)new Rule.All(p))),
        (2, Parts(depth).Select(p => (Rule)new Rule.Any(p))),
        (2, Parts(depth).SelectMany(p => Gen.Choose(1, p.Count).Select(n => (Rule)new Rule.AtLeast(n, p)))),
        (1, Rule(depth - 1).Select(r => (Rule)new Rule.Not(r))),
        (1, from field in Gen.Elements(RuleField.Title, RuleField.Body, RuleField.Place) from part in Rule(depth - 1) select (Rule)new Rule.In(field, part)));

    private static Gen<RuleList> Parts(int depth) => Gen.Choose(2, 3).SelectMany(n => Rule(depth - 1).ListOf(n)).Select(parts => new RuleList([.. parts]));

    private static Gen<string> Piece() => Gen.Choose(0, 12).SelectMany(n => Gen.Elements(_letters).ListOf(n)).Select(parts => string.Concat(parts));

    private static Gen<RuleText> Text() =>
        from title in Piece()
        from body in Piece().ArrayOf(2)
        from place in Piece()
        select new RuleText { Title = title, Paragraphs = body, Places = [place] };
}

internal sealed record MatchingCase(Rule[] Rules, IReadOnlyDictionary<string, Rule> Topics, RuleText[] Texts)
{
    public Rule? RuleOf(string topic) => Topics.GetValueOrDefault(topic);

    public override string ToString() =>
        string.Join('\n', [.. Rules.Select(RulePrinter.Print), .. Topics.Select(t => $"{t.Key} = {RulePrinter.Print(t.Value)}"), .. Texts.Select(t => $"{t.Title} | {string.Join(" | ", t.Paragraphs)} | {t.Places[0]}")]);
}
