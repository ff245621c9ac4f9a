namespace Bot.Summaries.Model;

/// <summary>What came of asking the model.</summary>
internal abstract record ModelAnswer
{
    private ModelAnswer()
    {
    }

    /// <summary>An answer whose every claim that can be checked stands in the text.</summary>
    internal sealed record Shown(string Text) : ModelAnswer;

    /// <summary>An answer that says something which the text doesn't.</summary>
    internal sealed record Refused(string Why) : ModelAnswer;

    /// <summary>No answer: none is configured, the budget is spent, the endpoint failed or was too slow.</summary>
    internal sealed record None(string Why) : ModelAnswer;
}
