namespace Bot.Commands;

/// <summary>How a start ended.</summary>
internal abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    internal sealed record Started(WebApplication App) : StartOutcome;

    /// <summary>Nothing runs. Each reason says what is wrong, where, and what to do.</summary>
    internal sealed record Refused(IReadOnlyList<string> Reasons) : StartOutcome;
}
