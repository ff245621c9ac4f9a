namespace Bot.Topics;

/// <summary>Which fields a rule looks into.</summary>
internal static class RuleFieldUse
{
    /// <summary>Whether a rule asks for what is read out of the text with some effort: the issuer or the document number.</summary>
    public static bool NamesFacts(string rule) => RuleParser.Parse(rule) is RuleResult.Parsed(var parsed) && Of(parsed).Any(f => f is RuleField.Issuer or RuleField.Number);

    public static IEnumerable<RuleField> Of(Rule rule) => rule switch
    {
        Rule.In(var field, var part) => Of(part).Prepend(field),
        Rule.Not(var part) => Of(part),
        Rule.All(var parts) => parts.SelectMany(Of),
        Rule.Any(var parts) => parts.SelectMany(Of),
        Rule.AtLeast(_, var parts) => parts.SelectMany(Of),
        _ => [],
    };
}
