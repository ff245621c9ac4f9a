namespace Bot.Sources.Pages.Layout;

/// <summary>A document's lines in reading order: what text pages and printed sheets have in common.</summary>
/// <param name="Lines">Column by column as far as the columns are known; headlines stand where they are printed.</param>
internal sealed record PageLayout(IReadOnlyList<PageLine> Lines);
