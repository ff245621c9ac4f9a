using AngleSharp.Dom;

namespace Bot.Sources.WebPages;

/// <summary>Where on an article's own page its text stands: the element that holds most running text by itself.</summary>
internal static class BodyProposal
{
    /// <summary>Less is a caption or a footer, in characters.</summary>
    private const int LeastText = 60;

    private const string Holders = "div, article, section, main, td, td > font, span, p";

    /// <param name="articles">Pages of the same list; the selector finds the text of each.</param>
    /// <returns>Null where no selector does.</returns>
    public static string? Of(IReadOnlyList<Document> articles)
    {
        var pages = articles.Select(ListPage.Of).OfType<ListPage>().ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        return Candidates(pages[0]).FirstOrDefault(selector => pages.All(p => p.Tree.QuerySelector(selector) is { } body && Own(body) >= LeastText));
    }

    private static IEnumerable<string> Candidates(ListPage page)
    {
        var best = page.Tree.QuerySelectorAll(Holders).Where(e => e.LocalName is not ("p" or "span") && Own(e) >= LeastText).MaxBy(Own);
        if (best is null)
        {
            yield break;
        }

        foreach (var selector in (string[])[PageProposal.Step(best), PageProposal.PathOf(best)])
        {
            if (page.Tree.QuerySelector(selector) == best)
            {
                yield return selector;
            }
        }
    }

    /// <summary>Characters of its own lines and paragraphs, those of links and of boxes within it aside.</summary>
    private static int Own(IElement element)
    {
        var length = 0;
        foreach (var child in element.ChildNodes)
        {
            length += child switch
            {
                IText text => text.Data.Trim().Length,
                IElement { LocalName: "p" or "span" or "font" or "strong" or "b" or "em" or "section" } inner =>
                    inner.TextContent.Trim().Length - inner.QuerySelectorAll("a").Sum(a => a.TextContent.Trim().Length),
                _ => 0,
            };
        }

        return length;
    }
}
