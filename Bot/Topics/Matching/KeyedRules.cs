namespace Bot.Topics;

/// <summary>Rules with their keys, indexed. Immutable.</summary>
internal sealed class KeyedRules<TKey>
    where TKey : notnull
{
    private KeyedRules(IReadOnlyList<(TKey Key, Rule Rule)> all, Dictionary<TKey, int> numbers, RuleIndex index)
    {
        All = all;
        Numbers = numbers;
        Index = index;
        Referring = [.. all.Index().Where(r => TopicReferences.Of(r.Item.Rule).Any()).Select(r => r.Index)];
    }

    public static KeyedRules<TKey> Empty { get; } = new([], [], RuleIndex.Empty);

    /// <summary>By number.</summary>
    public IReadOnlyList<(TKey Key, Rule Rule)> All { get; }

    public IReadOnlyDictionary<TKey, int> Numbers { get; }

    public RuleIndex Index { get; }

    /// <summary>Numbers of the rules that refer to topics.</summary>
    public IReadOnlyList<int> Referring { get; }

    public static KeyedRules<TKey> Of(IReadOnlyList<(TKey Key, Rule Rule)> all, Func<string, Rule?> ruleOf) =>
        all.Count == 0 ? Empty : new(all, all.Index().ToDictionary(r => r.Item.Key, r => r.Index), RuleCompiler.Compile([.. all.Select(r => r.Rule)], ruleOf));

    public KeyedRules<TKey> With(TKey key, Rule rule, Func<string, Rule?> ruleOf) =>
        Of([.. All.Where(r => !r.Key.Equals(key)), (key, rule)], ruleOf);

    public KeyedRules<TKey> Without(TKey key, Func<string, Rule?> ruleOf) =>
        Numbers.ContainsKey(key) ? Of([.. All.Where(r => !r.Key.Equals(key))], ruleOf) : this;
}
