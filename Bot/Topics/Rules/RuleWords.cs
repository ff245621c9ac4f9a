namespace Bot.Topics;

/// <summary>Every stretch of text that a rule looks for, folded.</summary>
internal static class RuleWords
{
    public static IEnumerable<string> Of(Rule rule) => rule switch
    {
        Rule.Word word => [word.Folded],
        Rule.ButNotIn word => [word.Folded, word.FoldedContext],
        Rule.All(var parts) => parts.SelectMany(Of),
        Rule.Any(var parts) => parts.SelectMany(Of),
        Rule.AtLeast(_, var parts) => parts.SelectMany(Of),
        Rule.Near(_, var words) => words.SelectMany(Of),
        Rule.Not(var part) => Of(part),
        Rule.In(_, var part) => Of(part),
        _ => [],
    };
}
