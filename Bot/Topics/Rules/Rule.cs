using System.Text.RegularExpressions;

namespace Bot.Topics;

/// <summary>A rule as it was parsed. Printing one (<see cref="RulePrinter"/>) and parsing the print gives the same rule.</summary>
internal abstract record Rule
{
    private Rule()
    {
    }

    /// <summary>A word or a phrase, found as a stretch of the text.</summary>
    internal sealed record Word(string Text) : Rule
    {
        public string Folded { get; } = TopicsFolding.Of(Text);
    }

    internal sealed record All(RuleList Parts) : Rule;

    internal sealed record Any(RuleList Parts) : Rule;

    internal sealed record Not(Rule Part) : Rule;

    /// <summary>Holds in one field only.</summary>
    internal sealed record In(RuleField Field, Rule Part) : Rule;

    /// <summary>All words with at most <paramref name="Distance"/> characters between the first and the last of them.</summary>
    internal sealed record Near(int Distance, RuleList Words) : Rule;

    internal sealed record AtLeast(int Count, RuleList Parts) : Rule;

    /// <summary>The word, somewhere else than inside the context.</summary>
    internal sealed record ButNotIn(string Text, string Context) : Rule
    {
        public string Folded { get; } = TopicsFolding.Of(Text);

        public string FoldedContext { get; } = TopicsFolding.Of(Context);
    }

    /// <summary>Another topic's rule.</summary>
    internal sealed record Topic(string Id) : Rule;

    /// <summary>A pattern for .NET's non-backtracking engine, held against the original text.</summary>
    internal sealed record Pattern(string Text) : Rule
    {
        public Regex Regex { get; } = new(Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

        public bool Equals(Pattern? other) => other is not null && other.Text == Text;

        public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
    }
}
