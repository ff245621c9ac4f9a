namespace Bot.Topics;

/// <summary>What became of a rule, and of each part of it, when it was held against a bulletin.</summary>
/// <param name="Rule">The part.</param>
/// <param name="Field">The field that it was looked for in; null for title and body.</param>
/// <param name="Holds">Whether it held.</param>
/// <param name="Nearness">1 where it held; below, how much of it did.</param>
/// <param name="Words">What it held by; of one that failed, the words that stand in the text and do not help.</param>
internal sealed record Explanation(
    Rule Rule, RuleField? Field, bool Holds, double Nearness, IReadOnlyList<Explanation> Parts, IReadOnlyList<MatchWord> Words)
{
    /// <summary>Of a rule that did not hold, the part that it failed by: of alternatives the one that came nearest.</summary>
    public Explanation Failed => Rule switch
    {
        Rule.All when Parts.Count(p => !p.Holds) == 1 => Parts.Single(p => !p.Holds).Failed,
        Rule.Any when Parts.Any(p => p.Nearness > 0) => Parts.MaxBy(p => p.Nearness)!.Failed,
        Rule.In or Rule.Topic when Parts is [var inner] => inner.Failed,
        _ => this,
    };

    /// <summary>The smallest parts that say why it held, without alternatives that did not.</summary>
    public IEnumerable<Explanation> Held => Rule switch
    {
        Rule.All => Parts.SelectMany(p => p.Held),
        Rule.Any => Parts.Where(p => p.Holds).SelectMany(p => p.Held),
        Rule.In or Rule.Topic => Parts.SelectMany(p => p.Held),
        _ => [this],
    };

    /// <summary>The part in the rule language, with its field.</summary>
    public string Print() => RulePrinter.Print(Field is { } field && Rule is not Rule.In ? new Rule.In(field, Rule) : Rule);
}
