namespace Bot.Sources.Push;

/// <summary>Takes what a client sent into the pipeline; the same entry twice changes nothing.</summary>
internal interface IPushIntake
{
    /// <summary>The source of an API key; null for a key that nobody has.</summary>
    SourceDefinition? SourceOf(string apiKey);

    /// <param name="body">What was sent, as evidence.</param>
    /// <returns>How many of the entries were new or changed.</returns>
    Task<int> Take(SourceDefinition source, ReadOnlyMemory<byte> body, IReadOnlyList<Entry> entries, CancellationToken cancellationToken);
}
