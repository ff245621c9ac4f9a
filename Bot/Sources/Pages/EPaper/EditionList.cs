namespace Bot.Sources.Pages.EPaper;

/// <summary>The pages of one day's edition, each with its articles' addresses.</summary>
/// <param name="Digest">SHA-256 of the pages; the same while nothing was added to the edition.</param>
internal sealed record EditionList(string? Paper, IReadOnlyList<EditionPage> Pages, string Digest, IReadOnlyList<Said> Warnings)
{
    public bool HasArticles => Pages.Any(p => p.Articles.Count > 0);
}

/// <param name="Articles">Those that no page before it has.</param>
internal sealed record EditionPage(EPaperHtmlPage Page, EPaperIndex Index, Edition Edition, IReadOnlyList<Uri> Articles);
