using AngleSharp.Dom;
using Bot.Sources.Dates;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.WebPages;

/// <summary>List pages without a feed, by CSS selectors: <c>item</c>, and in it <c>link</c>, <c>title</c>, <c>date</c>; <c>body</c> on the article's own page.</summary>
internal static class WebPageReader
{
    private const string Format = "html";

    public static ReadResult Read(Document document, SourceDefinition source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ListPage.Of(document) is not { } page)
        {
            return ReadResult.Failed(SourceKind.Webpage, Format, Said.Of("Page_TooDeep"));
        }

        if (!source.Selectors.TryGetValue("item", out var itemSelector))
        {
            return Failed(page, Said.Of("Page_NoSelectors", document.Location));
        }

        try
        {
            var items = page.Tree.QuerySelectorAll(itemSelector);
            List<Entry> entries = [];
            foreach (var item in items)
            {
                if (ToEntry(item, page, source) is { } entry)
                {
                    entries.Add(entry);
                }
            }

            List<Said> warnings = [.. page.Warnings];
            return entries.Count > 0
                ? new ReadResult { Kind = SourceKind.Webpage, Format = Format, Encoding = page.Encoding, Title = ListPage.TextOf(page.Tree.QuerySelector("title")), Entries = DistinctKeys.Of(entries, warnings), Warnings = warnings }
                : Nothing(page, source, items.Length);
        }
        catch (DomException)
        {
            return Failed(page, Said.Of("Page_BadSelector", string.Join(", ", source.Selectors.Values)));
        }
    }

    /// <summary>The article's own page gives the entry its text, where the selector <c>body</c> finds it.</summary>
    public static Entry WithBody(Entry entry, Document article, SourceDefinition source)
    {
        if (!source.Selectors.TryGetValue("body", out var selector) || ListPage.Of(article) is not { } page)
        {
            return entry;
        }

        try
        {
            return page.Tree.QuerySelector(selector) is { } body && new HtmlCleaner().Clean(body.InnerHtml, page.Address) is { Paragraphs.Count: > 0 } clean
                ? entry with { Paragraphs = clean.Paragraphs, Html = clean.Html }
                : entry;
        }
        catch (DomException)
        {
            return entry;
        }
    }

    private static Entry? ToEntry(IElement item, ListPage page, SourceDefinition source)
    {
        var anchor = Inside(item, source, "link") ?? (item.LocalName == "a" ? item : item.QuerySelector("a[href]"));
        var titled = Inside(item, source, "title") ?? anchor;
        var title = PlainText.OneLine(titled?.GetAttribute("title") ?? "") ?? ListPage.TextOf(titled);
        var link = page.LinkOf(anchor);
        if (title is null && link is null)
        {
            return null;
        }

        var dated = Inside(item, source, "date");
        var body = Inside(item, source, "body");
        var clean = body is null ? new(null, []) : new HtmlCleaner().Clean(body.InnerHtml, page.Address);
        return new Entry
        {
            Key = link is null ? EntryIdentity.OfText(title, clean.Paragraphs) : CanonicalLink.Of(link),
            Title = title,
            Link = link,
            Published = dated is null ? null : DateReader.Read(dated.GetAttribute("datetime") ?? ListPage.TextOf(dated)?.Trim('[', ']', '(', ')', '（', '）', '【', '】'), source.TimeZone, chinese: true),
            Paragraphs = clean.Paragraphs,
            Html = clean.Html,
        };
    }

    private static IElement? Inside(IElement item, SourceDefinition source, string role) =>
        source.Selectors.TryGetValue(role, out var selector) ? item.QuerySelector(selector) : null;

    private static ReadResult Nothing(ListPage page, SourceDefinition source, int items)
    {
        if (items > 0)
        {
            return Failed(page, Said.Of("Page_Redesign"));
        }

        var trouble = PageTroubles.Of(page, source.Selectors.GetValueOrDefault("list"));
        return trouble == PageTrouble.EmptyList
            ? new ReadResult { Kind = SourceKind.Webpage, Format = Format, Encoding = page.Encoding, Title = ListPage.TextOf(page.Tree.QuerySelector("title")), Warnings = [.. page.Warnings, Said.Of("Page_EmptyList")] }
            : Failed(page, Said.Of($"Page_{trouble}"));
    }

    private static ReadResult Failed(ListPage page, Said fault) =>
        ReadResult.Failed(SourceKind.Webpage, Format, fault) with { Encoding = page.Encoding, Title = ListPage.TextOf(page.Tree.QuerySelector("title")), Warnings = page.Warnings };
}
