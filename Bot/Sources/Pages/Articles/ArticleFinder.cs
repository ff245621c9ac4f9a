using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Lines to articles. Bodies are found over the whole page first, then headlines are assigned to them as one optimisation,
/// because on a page's text the headline that stands nearest is often another article's.
/// </summary>
internal static class ArticleFinder
{
    public static PageContent Find(PageLayout layout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return layout.Lines.Count == 0 ? new() : throw new NotSupportedException();
    }
}
