namespace Bot.Sources.Pages.Articles;

/// <summary>All that was found on a page.</summary>
internal sealed record PageContent
{
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>What the masthead says; null where there is none.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Headlines whose article is not on the page.</summary>
    public IReadOnlyList<string> LooseHeadlines { get; init; } = [];
}
