namespace Bot.Topics;

/// <summary>What <c>topics.yaml</c> says: all of it, or nothing and why.</summary>
internal abstract record TopicsFileResult
{
    private TopicsFileResult()
    {
    }

    internal sealed record Loaded(IReadOnlyList<Topic> Topics) : TopicsFileResult;

    /// <param name="Faults">In the order of the file; at least one.</param>
    internal sealed record Refused(IReadOnlyList<TopicsFileFault> Faults) : TopicsFileResult;
}

/// <param name="File">As it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record TopicsFileFault(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
