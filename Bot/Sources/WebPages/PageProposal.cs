using AngleSharp.Dom;
using Bot.Sources.Dates;
using Bot.Sources.Markup;

namespace Bot.Sources.WebPages;

/// <summary>How a page could become a source.</summary>
internal abstract record PageProposal
{
    private PageProposal() { }

    /// <summary>The page names feeds of its own; better than reading it.</summary>
    internal sealed record Feeds(IReadOnlyList<(string Title, string Address)> Found) : PageProposal;

    /// <param name="ByRole">By role, as <c>sources.yaml</c> has them.</param>
    /// <param name="Sample">What they find on the page as it is.</param>
    internal sealed record Selectors(IReadOnlyDictionary<string, string> ByRole, IReadOnlyList<Entry> Sample) : PageProposal;

    /// <param name="Reason">In plain words.</param>
    internal sealed record Nothing(Said Reason) : PageProposal;

    private const int LeastItems = 4;
    private const int LeastTitle = 6;
    private const int MostCandidates = 5;

    public static PageProposal Of(Document document)
    {
        if (ListPage.Of(document) is not { } page)
        {
            return new Nothing(Said.Of("Page_TooDeep"));
        }

        var feeds = page.Tree.QuerySelectorAll("link[rel~=alternate][href]")
            .Where(l => l.GetAttribute("type")?.Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml" or "application/json")
            .Select(l => (Title: l.GetAttribute("title") ?? "", Address: page.LinkOf(l)))
            .Where(l => l.Address is not null).Select(l => (l.Title, l.Address!)).DistinctBy(l => l.Item2).ToList();
        return feeds.Count > 0 ? new Feeds(feeds) : Guess(document, page);
    }

    private static PageProposal Guess(Document document, ListPage page)
    {
        var candidates = page.Tree.QuerySelectorAll("a[href]")
            .Where(a => page.LinkOf(a) is not null && Title(a)?.Length >= LeastTitle)
            .Select(a => (Anchor: a, Item: ItemOf(a)))
            .GroupBy(x => PathOf(x.Item))
            .Where(g => g.Count() >= LeastItems)
            .OrderByDescending(g => g.Average(x => Math.Min(Title(x.Anchor)!.Length, 60)) * Math.Min(g.Count(), 40) * (g.Count(x => DateIn(x.Item) is not null) * 2 > g.Count() ? 3 : 1))
            .Take(MostCandidates);
        foreach (var candidate in candidates)
        {
            if (Proposed(document, candidate.Key, [.. candidate.Select(x => x.Item)]) is { Sample.Count: > 0 } proposal)
            {
                return proposal;
            }
        }

        var trouble = PageTroubles.Of(page, null);
        return new Nothing(Said.Of(trouble is PageTrouble.Redesign or PageTrouble.EmptyList ? "Page_NoList" : $"Page_{trouble}"));
    }

    /// <summary>A path is made of names, and names need not lead back to what they were taken from: what it finds is looked at.</summary>
    private static Selectors Proposed(Document document, string path, IReadOnlyList<IElement> items)
    {
        Dictionary<string, string> selectors = new() { ["item"] = path, ["link"] = "a", ["title"] = "a" };
        if (items[0].LocalName == "a")
        {
            selectors.Remove("link");
            selectors.Remove("title");
        }

        if (items.Select(DateIn).FirstOrDefault(d => d is not null) is { } date)
        {
            selectors["date"] = Step(date);
        }

        var source = new SourceDefinition { Id = "proposal", Name = "proposal", Kind = SourceKind.Webpage, Location = document.Location, TimeZone = document.TimeZone, Selectors = selectors };
        return new Selectors(selectors, WebPageReader.Read(document, source, CancellationToken.None).Entries);
    }

    private static string? Title(IElement anchor) => PlainText.OneLine(anchor.GetAttribute("title") ?? "") ?? ListPage.TextOf(anchor);

    /// <summary>The highest element around a link that holds no other title.</summary>
    private static IElement ItemOf(IElement anchor)
    {
        var item = anchor;
        while (item.ParentElement is { LocalName: not ("body" or "html" or "ul" or "ol" or "tbody" or "table" or "dl" or "main") } parent
            && parent.QuerySelectorAll("a[href]").Count(a => Title(a)?.Length >= LeastTitle) == 1)
        {
            item = parent;
        }

        return item;
    }

    /// <summary>The smallest element in an item whose text is a date.</summary>
    private static IElement? DateIn(IElement item) =>
        item.QuerySelectorAll("time, span, td, em, i, small, p, div, b, font, dd, label").LastOrDefault(e =>
            e.ChildElementCount == 0 && ListPage.TextOf(e) is { Length: >= 6 and <= 40 } text
            && DateReader.Read(text.Trim('[', ']', '(', ')', '（', '）', '【', '】'), TimeZoneInfo.Utc) is not null);

    internal static string PathOf(IElement element)
    {
        var path = Step(element);
        for (var (parent, steps) = (element.ParentElement, 0); parent is not null && parent.LocalName is not ("body" or "html") && steps < 3; parent = parent.ParentElement, steps++)
        {
            path = $"{Step(parent)} > {path}";
            if (parent.Id is not null)
            {
                break;
            }
        }

        return path;
    }

    /// <summary>HTML lets elements be called what no selector can say.</summary>
    private static string NameOf(IElement element) => element.LocalName.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(element.LocalName[0]) ? element.LocalName : "*";

    /// <summary>An element's name with its id, or its first class; numbered classes and ids belong to one element and not to the list.</summary>
    internal static string Step(IElement element)
    {
        if (element.Id is { Length: > 0 } id && id.All(c => char.IsAsciiLetter(c) || c is '-' or '_'))
        {
            return $"{NameOf(element)}#{id}";
        }

        var own = element.ClassList.FirstOrDefault(c => c.Length > 1 && c.All(x => char.IsAsciiLetter(x) || x is '-' or '_') && c is not ("odd" or "even" or "first" or "last" or "active" or "current" or "on"));
        return own is null ? NameOf(element) : $"{NameOf(element)}.{own}";
    }
}
