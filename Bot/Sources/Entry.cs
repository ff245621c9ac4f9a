namespace Bot.Sources;

/// <summary>One article as a reader found it in a document; a bulletin in the making. Text is plain, trimmed and unwrapped.</summary>
internal sealed record Entry
{
    /// <summary>
    /// What the source calls it (a feed's id, guid or link), or, where the source has no ids, a hash of the folded title and body.
    /// The same article printed in two files has the same key.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Null for an article without a headline.</summary>
    public string? Title { get; init; }

    public string? Kicker { get; init; }

    public string? Subtitle { get; init; }

    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who wrote it, as a feed says; a printed by-line is in <see cref="Byline"/>.</summary>
    public string? Author { get; init; }

    /// <summary>As printed, such as <c>呼和浩特讯</c> or <c>本报讯</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>As printed, roles included and without brackets: <c>记者 甲乙 通讯员 丙丁</c>.</summary>
    public string? Byline { get; init; }

    /// <summary>The people of <see cref="Byline"/> with their roles.</summary>
    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>Who supplied it, without brackets: <c>某某局供稿</c>.</summary>
    public string? Credit { get; init; }

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>Sanitised HTML of the content, where the source publishes HTML.</summary>
    public string? Html { get; init; }

    /// <summary>What the feed itself gives as a summary, as plain text; null where it gives none or repeats the content.</summary>
    public string? FeedSummary { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public EntryKind Kind { get; init; } = EntryKind.Article;

    /// <summary>How sure the reader is that <see cref="Title"/> belongs to this body: 0 to 1. Feeds say it themselves, so 1.</summary>
    public double HeadlineConfidence { get; init; } = 1;

    /// <summary>Why the reader is less than sure of the headline; null where it is sure.</summary>
    public Said? HeadlineDoubt { get; init; }

    /// <summary>For printed pages: paper, date and page number, where the document says them.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Its place among the articles of its page, in reading order from 1; 0 where there is no page.</summary>
    public int Position { get; init; }

    /// <summary>The page that has the rest of it (下转第4版: <c>4</c>); null where it is whole.</summary>
    public string? ContinuesOn { get; init; }

    /// <summary>The page that has its beginning (上接第1版: <c>1</c>); null where it is whole.</summary>
    public string? ContinuedFrom { get; init; }
}

internal enum EntryKind
{
    Article,

    /// <summary>A legal or public notice (公告, 送达, 遗失声明 …).</summary>
    Notice,
}

/// <param name="Paper">The newspaper's name.</param>
/// <param name="Page">Such as <c>3</c> or <c>A03</c>.</param>
internal sealed record Edition(string? Paper, DateOnly? Date, string? Page);
