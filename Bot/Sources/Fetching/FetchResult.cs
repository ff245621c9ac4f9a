namespace Bot.Sources.Fetching;

/// <summary>What one look at a source brought.</summary>
internal abstract record FetchResult
{
    private FetchResult() { }

    /// <param name="Documents">Oldest first; none where a folder has new problems alone.</param>
    /// <param name="Position">To be saved together with what was read from the documents.</param>
    /// <param name="Problems">Files that could not be read; the others are not held up.</param>
    internal sealed record Fetched(IReadOnlyList<Document> Documents, SourcePosition Position, IReadOnlyList<FileProblem> Problems) : FetchResult;

    internal sealed record Unchanged(SourcePosition Position) : FetchResult;

    /// <param name="Reason">In plain words, with what to do about it.</param>
    /// <param name="RetryAfter">How long the server asks to be left alone; null where it does not ask.</param>
    internal sealed record Failed(Said Reason, FetchFailure Kind, TimeSpan? RetryAfter = null) : FetchResult;
}

/// <param name="Path">The file's full path.</param>
/// <param name="Reason">In plain words.</param>
internal sealed record FileProblem(string Path, Said Reason);

internal enum FetchFailure
{
    /// <summary>The location is no address or path that may be read.</summary>
    BadLocation,
    Forbidden,
    NotFound,
    Gone,
    Unauthorized,
    TooManyRequests,
    ServerError,
    OtherStatus,
    Unreachable,
    Tls,
    TimedOut,
    TooLarge,
    RedirectLoop,
    BadCompression,
    Broken,
    Unreadable,
}
