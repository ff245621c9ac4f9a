using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Articles;

/// <summary>One article as it was found on a page, whatever the page was printed or written on.</summary>
internal sealed record Article
{
    public Headline? Headline { get; init; }

    public string? Dateline { get; init; }

    public string? Byline { get; init; }

    public string? Credit { get; init; }

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public IReadOnlyList<string> Captions { get; init; } = [];

    public EntryKind Kind { get; init; } = EntryKind.Article;

    /// <summary>0 to 1: how far the headline's place is ahead of the next best one.</summary>
    public double HeadlineConfidence { get; init; } = 1;

    public HeadlineDoubt HeadlineDoubt { get; init; }

    /// <summary>The page on which the rest is printed (下转第4版: <c>4</c>); null where the article is whole.</summary>
    public string? ContinuesOn { get; init; }

    /// <summary>The page on which it begins (上接第1版: <c>1</c>); null where the article is whole.</summary>
    public string? ContinuedFrom { get; init; }

    /// <summary>The sheet it stands on, from 0.</summary>
    public int Sheet { get; init; }

    /// <summary>Where its first line stands, for layouts that know.</summary>
    public LinePlace? Place { get; init; }
}

internal sealed record Headline(string Title, string? Kicker = null, string? Subtitle = null);

/// <summary>Why a headline is less than sure.</summary>
internal enum HeadlineDoubt
{
    None,

    /// <summary>No headline fits, so there is none.</summary>
    NoHeadline,

    /// <summary>Another headline fits this body nearly as well.</summary>
    OtherHeadline,

    /// <summary>This headline fits another body nearly as well.</summary>
    OtherBody,

    /// <summary>Nothing but its place speaks for it: it shares no telling word with the body.</summary>
    OnlyPlace,
}
