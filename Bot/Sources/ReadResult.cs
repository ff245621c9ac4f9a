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

    /// <summary>Faults that were got over.</summary>
    public IReadOnlyList<Said> Warnings { get; init; } = [];

    /// <summary>Why nothing could be read, and what to do, in English; null when it could.</summary>
    public string? Error { get; init; }

    /// <summary>The same in every language; null where the reader knows one language alone.</summary>
    public Said? Fault { get; init; }

    /// <summary>Whether the document was whole: what it does not show is not there. Not so where it was cut off or broken.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>When the feed asks to be left alone.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    public static ReadResult Failed(SourceKind kind, string format, string error) => new() { Kind = kind, Format = format, Error = error };

    public static ReadResult Failed(SourceKind kind, string format, Said fault) => Failed(kind, format, fault.ToString()) with { Fault = fault };
}
