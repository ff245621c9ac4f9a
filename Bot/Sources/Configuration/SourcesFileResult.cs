namespace Bot.Sources.Configuration;

/// <summary>What <c>sources.yaml</c> says: all of it, or nothing and why.</summary>
internal abstract record SourcesFileResult
{
    private SourcesFileResult() { }

    internal sealed record Loaded(IReadOnlyList<SourceDefinition> Sources) : SourcesFileResult;

    /// <param name="Faults">In the order of the file; at least one.</param>
    internal sealed record Refused(IReadOnlyList<SourcesFileFault> Faults) : SourcesFileResult;
}

/// <param name="File">As it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record SourcesFileFault(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
