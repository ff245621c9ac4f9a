namespace Bot.Topics;

/// <summary>What a text is as a rule.</summary>
internal abstract record RuleResult
{
    private RuleResult()
    {
    }

    internal sealed record Parsed(Rule Rule) : RuleResult;

    internal sealed record Refused(RuleError Error) : RuleResult;
}
