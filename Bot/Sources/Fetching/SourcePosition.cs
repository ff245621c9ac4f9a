namespace Bot.Sources.Fetching;

/// <summary>
/// Where the reading of a source stands. A fetch takes one and returns the next; only the pipeline saves it,
/// in the transaction that also writes what the fetch brought, so a crash in between costs a fetch and loses nothing.
/// </summary>
internal sealed record SourcePosition
{
    /// <summary>Nothing was read yet.</summary>
    public static SourcePosition Start { get; } = new();

    public string? ETag { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the last body, lower-case hexadecimal.</summary>
    public string? BodySha256 { get; init; }

    /// <summary>For an e-paper: the newest day whose edition was read to its end, or that was seen to have none; <see cref="BodySha256"/> is of that edition's pages.</summary>
    public DateOnly? LastEdition { get; init; }

    /// <summary>Where the source has moved for good; read instead of its location.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Where a permanent redirect leads that has not held for long enough yet.</summary>
    public string? MovingTo { get; init; }

    /// <summary>When that redirect was first seen.</summary>
    public DateTimeOffset? MovingSince { get; init; }

    /// <summary>Not to be read before: the server asked so by Retry-After, Cache-Control or Expires.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>For folders: the SHA-256 of each document that was read to its end.</summary>
    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>();
}
