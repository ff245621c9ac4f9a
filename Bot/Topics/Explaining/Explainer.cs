namespace Bot.Topics;

/// <summary>
/// Says why a rule holds for a bulletin, or by what it fails. It takes a rule apart and asks the matcher about each part, so that an
/// explanation never says something else than the match; it is made for single bulletins, not for the stream.
/// </summary>
internal sealed class Explainer
{
    /// <summary>What is kept with a match.</summary>
    private const int MostParts = 6;
    private const int MostWords = 8;
    private const int LongestPart = 100;

    private readonly RuleProbe _probe;
    private readonly Func<string, Rule?> _ruleOf;

    private Explainer(RuleProbe probe, Func<string, Rule?> ruleOf) => (_probe, _ruleOf) = (probe, ruleOf);

    /// <param name="ruleOf">The rules of topics that the rule refers to.</param>
    public static Explanation Explain(Rule rule, RuleText text, Func<string, Rule?> ruleOf) =>
        Explain(rule, text, new FoldedFields(text), ruleOf);

    /// <inheritdoc cref="Explain(Rule, RuleText, Func{string, Rule})"/>
    /// <param name="fields">The text, folded.</param>
    public static Explanation Explain(Rule rule, RuleText text, FoldedFields fields, Func<string, Rule?> ruleOf) =>
        new Explainer(new RuleProbe(text, fields, WithReferences(rule, ruleOf), ruleOf), ruleOf).Part(rule, null);

    /// <summary>What is worth keeping of why it held: small, and readable without the rule, which may change.</summary>
    public static IReadOnlyList<MatchPart> Kept(Explanation held) =>
    [
        .. held.Held
            .OrderByDescending(p => p.Words.Count > 0)
            .Take(MostParts)
            .Select(p => new MatchPart(Cut(p.Print()), [.. p.Words.Take(MostWords)])),
    ];

    private static string Cut(string part) => part.Length <= LongestPart ? part : part[..LongestPart] + "…";

    private static List<Rule> WithReferences(Rule rule, Func<string, Rule?> ruleOf)
    {
        List<Rule> rules = [rule];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            rules.AddRange(TopicReferences.Of(rules[i]).Where(seen.Add).Select(ruleOf).OfType<Rule>());
        }

        return rules;
    }

    private Explanation Part(Rule rule, RuleField? field)
    {
        switch (rule)
        {
            case Rule.All(var parts):
                var all = Parts(parts, field);
                return Of(all, all.All(p => p.Holds), all.Average(p => p.Nearness));
            case Rule.Any(var parts):
                var any = Parts(parts, field);
                return Of(any, any.Any(p => p.Holds), any.Max(p => p.Nearness));
            case Rule.AtLeast(var count, var parts):
                var some = Parts(parts, field);
                return Of(some, some.Count(p => p.Holds) >= count, some.Select(p => p.Nearness).OrderDescending().Take(count).Sum() / count);
            case Rule.In(var named, var part):
                var inside = Part(part, named);
                return Of([inside], inside.Holds, inside.Nearness);
            case Rule.Topic(var id) when _ruleOf(id) is { } other:
                var referred = Part(other, field);
                return Of([referred], referred.Holds, referred.Nearness);
            case Rule.Not(var part):
                var denied = Part(part, field);
                return new Explanation(rule, field, !denied.Holds, denied.Holds ? 0.5 : 1, [denied], denied.Holds ? denied.Words : []);
            default:
                return Leaf(rule, field);
        }

        Explanation Of(List<Explanation> parts, bool holds, double nearness) => new(
            rule, field, holds, holds ? 1 : Math.Min(nearness, 0.99), parts, [.. parts.Where(p => p.Holds).SelectMany(p => p.Words)]);
    }

    private List<Explanation> Parts(RuleList parts, RuleField? field) => [.. parts.Select(p => Part(p, field))];

    private Explanation Leaf(Rule rule, RuleField? field)
    {
        if (_probe.Words(rule, field) is { } words)
        {
            return new Explanation(rule, field, true, 1, [], words);
        }

        // Of words that stand in the text but not as they should, where they stand.
        var (asked, there) = rule switch
        {
            Rule.Near(_, var near) => (near.Count, [.. near.Select(w => _probe.Words(w, field)).OfType<IReadOnlyList<MatchWord>>()]),
            Rule.ButNotIn word => (1, new[] { _probe.Words(new Rule.Word(word.Context), field) }.OfType<IReadOnlyList<MatchWord>>().ToList()),
            _ => (1, (List<IReadOnlyList<MatchWord>>)[]),
        };
        return new Explanation(rule, field, false, 0.9 * Math.Min(1, (double)there.Count / asked), [], [.. there.SelectMany(w => w)]);
    }
}
