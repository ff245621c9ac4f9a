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
        var fragments = FragmentBuilder.Build(layout.Lines, cancellationToken);
        FragmentClassifier.Classify(fragments);
        var stream = PageStream.Of(fragments);
        var (atoms, groups) = Stitching.Stitch(stream.Atoms, stream.Groups);
        var search = new PageSearch(atoms, groups);
        var found = search.Run(cancellationToken);
        var writer = new ArticleWriter(atoms, search);
        return new()
        {
            Articles = [.. found.Select(writer.Write)],
            Edition = stream.Edition,
            LooseHeadlines = [.. search.Unassigned.Select(h => HeadlineLinks.Write(h, search.Words).Title)],
        };
    }
}
