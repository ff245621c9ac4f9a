namespace Bot.Topics;

/// <summary>A rule holds for a text.</summary>
/// <param name="Key">Whose rule.</param>
/// <param name="Rule">As it was added.</param>
/// <param name="Finds">The words by which it holds, in the order they stand; empty for a rule that holds by what is missing.</param>
/// <param name="Fields">The text.</param>
internal sealed record RuleHit<TKey>(TKey Key, Rule Rule, IReadOnlyList<Find> Finds, FoldedFields Fields)
{
    /// <summary>As the text spells them, without repeats.</summary>
    public IReadOnlyList<string> Words() => [.. Finds.Select(Fields.Original).Distinct()];
}
