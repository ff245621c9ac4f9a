using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Lines to articles. Bodies are found over the whole page first, then headlines are assigned to them as one optimisation,
/// because on a page's text the headline that stands nearest is often another article's.
/// </summary>
internal static class ArticleFinder
{
    /// <summary>A longer stream than a page has is read in stretches, cut where an article surely begins.</summary>
    private const int LongestStretch = 60;

    /// <summary>A stretch with more headline groups is a list of something; those behind are nobody's.</summary>
    private const int MostGroups = 150;

    public static PageContent Find(PageLayout layout, CancellationToken cancellationToken)
    {
        var fragments = FragmentBuilder.Build(layout.Lines, cancellationToken);
        FragmentClassifier.Classify(fragments, cancellationToken);
        var stream = PageStream.Of(fragments, cancellationToken);
        var articles = new List<Article>();
        var loose = new List<string>();
        foreach (var (atoms, groups) in Stretches(stream))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (groups.Count > MostGroups)
            {
                loose.AddRange(groups.Skip(MostGroups).Select(g => Spacing.Unspaced(g.Parts[0].Text)));
                groups.RemoveRange(MostGroups, groups.Count - MostGroups);
            }

            var stitched = Stitching.Stitch(atoms, groups, out var words, cancellationToken);
            var search = new PageSearch(stitched.Atoms, stitched.Groups, words);
            var writer = new ArticleWriter(stitched.Atoms, search);
            articles.AddRange(search.Run(cancellationToken).Select(writer.Write));
            loose.AddRange(search.Unassigned.Select(h => HeadlineLinks.Write(h, search.Words).Title));
        }

        return new() { Articles = articles, Edition = stream.Edition, LooseHeadlines = loose };
    }

    private static IEnumerable<(List<Atom> Atoms, List<HeadlineGroup> Groups)> Stretches(PageStream stream)
    {
        var start = 0;
        var group = 0;
        for (var end = 1; end <= stream.Atoms.Count || start == 0; end++)
        {
            var last = end >= stream.Atoms.Count;
            if (!last && (end - start < LongestStretch || (!stream.Atoms[end].StartsArticle && end - start < 3 * LongestStretch)))
                continue;
            var groups = new List<HeadlineGroup>();
            for (; group < stream.Groups.Count && (last || stream.Groups[group].Gap < end); group++)
                groups.Add(stream.Groups[group] with { Gap = stream.Groups[group].Gap - start });
            var stop = Math.Min(end, stream.Atoms.Count);
            yield return (stream.Atoms.GetRange(start, stop - start), groups);
            start = end;
            if (last)
                yield break;
        }
    }
}
