using System.Collections;

namespace Bot.Topics;

/// <summary>Parts in their order, equal when each part is.</summary>
internal sealed class RuleList(IReadOnlyList<Rule> parts) : IReadOnlyList<Rule>, IEquatable<RuleList>
{
    public int Count => parts.Count;

    public Rule this[int index] => parts[index];

    public bool Equals(RuleList? other) => other is not null && parts.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as RuleList);

    public override int GetHashCode() => parts.Aggregate(17, HashCode.Combine);

    public IEnumerator<Rule> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
