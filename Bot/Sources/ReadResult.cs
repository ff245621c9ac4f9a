namespace Bot.Sources;

/// <summary>What a reader made of one document. A document that cannot be read has an <see cref="Error"/> and no entries.</summary>
internal sealed record ReadResult
{
    public required SourceKind Kind { get; init; }

    /// <summary>What the document turned out to be: <c>rss</c>, <c>atom</c>, <c>jsonfeed</c>, <c>text</c>, <c>pdf</c>, <c>html</c>, …</summary>
    public required string Format { get; init; }

    /// <summary>The name of the encoding it was decoded with, such as <c>utf-8</c> or <c>gb18030</c>; null for binary documents.</summary>
    public string? Encoding { get; init; }

    /// <summary>The feed's or the paper's title.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>Faults that were got over, in plain words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why nothing could be read, and what to do; null when it could.</summary>
    public string? Error { get; init; }

    /// <summary>When the feed asks to be left alone.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    public static ReadResult Failed(SourceKind kind, string format, string error) => new() { Kind = kind, Format = format, Error = error };
}
