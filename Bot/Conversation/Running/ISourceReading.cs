using Bot.Sources;

namespace Bot.Conversation;

/// <summary>Reads sources on demand. The stage that reads them by the clock implements it.</summary>
internal interface ISourceReading
{
    /// <returns>How many new bulletins it brought; how it fares stands in its row.</returns>
    Task<int> ReadNow(string sourceId, CancellationToken cancellationToken);

    /// <summary>What an address would give as a source; nothing is kept.</summary>
    /// <param name="name">What it shall be called; null takes the name that it gives itself.</param>
    Task<SourcePreview> Preview(string address, string? name, CancellationToken cancellationToken);
}

/// <summary>What an address would give as a source.</summary>
internal abstract record SourcePreview
{
    private SourcePreview() { }

    /// <param name="Count">How many entries it shows now.</param>
    /// <param name="Newest">Some of them, as they stand there.</param>
    internal sealed record Readable(SourceDefinition Source, int Count, IReadOnlyList<Entry> Newest) : SourcePreview;

    internal sealed record Unreadable(Said Why) : SourcePreview;

    /// <param name="Title">Null where it has none.</param>
    /// <param name="TopicIds">The topics whose followers would get it.</param>
    internal sealed record Entry(string? Title, DateTimeOffset? Published, string Summary, IReadOnlyList<string> TopicIds);
}
