namespace Bot.Topics;

/// <summary>
/// Under which finds a rule is filed: a few such that the rule can hold only where one of them is found. Of several choices the one
/// that is found least often, by how frequent its characters are.
/// </summary>
internal sealed class RuleFiling(IReadOnlyList<double> costs, Func<string, int> literalOf, Func<string, int, int?> heldOf)
{
    /// <param name="rule">The rule.</param>
    /// <param name="mask">The fields that it is about.</param>
    /// <returns>Null where the rule may hold without any find. Empty where it can't hold at all.</returns>
    public Necessary? Of(Rule rule, int mask) => rule switch
    {
        Rule.Word word => OfWord(word.Folded),
        Rule.ButNotIn word => OfWord(word.Folded),
        Rule.Near near => near.Words.Select(w => Of(w, mask)).MinBy(n => n!.Cost),
        Rule.All(var parts) => OfSome(parts.Count, parts, mask),
        Rule.Any(var parts) => OfSome(1, parts, mask),
        Rule.AtLeast(var count, var parts) => OfSome(count, parts, mask),
        Rule.In(var field, var part) => Of(part, RuleCode.MaskOf(field)),
        Rule.Topic(var id) => heldOf(id, mask) is { } held ? new Necessary(costs[held], [held]) : Necessary.Nothing,
        _ => null,
    };

    private Necessary OfWord(string folded) => folded.Length == 0 ? Necessary.Nothing : new Necessary(costs[literalOf(folded)], [literalOf(folded)]);

    /// <summary>If n of m parts hold, at least one of any m - n + 1 does: those that are found least often.</summary>
    private Necessary? OfSome(int count, RuleList parts, int mask)
    {
        var needed = parts.Count - count + 1;
        List<Necessary> least = [.. parts.Select(p => Of(p, mask)).OfType<Necessary>().OrderBy(n => n.Cost).Take(needed)];
        return least.Count < needed ? null
            : least.Count == 1 ? least[0]
            : new Necessary(least.Sum(n => n.Cost), [.. least.SelectMany(n => n.Finds).Distinct()]);
    }

    /// <param name="Cost">How likely one of them is found at a place of a text.</param>
    /// <param name="Finds">Numbers of literals, and of topics' rules after those.</param>
    internal sealed record Necessary(double Cost, IReadOnlyList<int> Finds)
    {
        public static Necessary Nothing { get; } = new(0, []);
    }
}
