using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.EPaper;

/// <param name="Page">As printed, without leading zeros: <c>3</c>, <c>A3</c>.</param>
internal sealed record EPaperPageLink(Uri Address, string Page, string? Name);

/// <summary>What a page of an edition's index says: the other pages of the day, and the articles on this one.</summary>
internal sealed partial record EPaperIndex(string? Paper, DateOnly? Date, string? Page, IReadOnlyList<EPaperPageLink> Pages, IReadOnlyList<Uri> Articles)
{
    [GeneratedRegex(@"第?\s*(?<page>[A-Z]?\s*\d{1,3})\s*版\s*[：:]?\s*(?<name>[^\s：:]{0,20})")]
    private static partial Regex PageName { get; }

    [GeneratedRegex(@"(?:^|/)(?:node|page|index|layout)[_\-/]?[A-Za-z]?\d+[^/]*\.s?html?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageAddress { get; }

    [GeneratedRegex(@"(?:^|/)(?:content|article|con|art|detail|news)[_\-/]?[\w\-]*\d+[^/]*\.s?html?$|[?&](?:id|articleid|aid)=\d+", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleAddress { get; }

    /// <param name="selectors"><c>pages</c> and <c>item</c> find links where the usual names don't.</param>
    public static EPaperIndex Parse(string html, Uri address, IReadOnlyDictionary<string, string> selectors)
    {
        var page = new HtmlParser().ParseDocument(html);
        var pages = new List<EPaperPageLink>();
        foreach (var link in Links(page, selectors, "pages", PageAddress))
        {
            if (EPaperHtml.Target(link, address) is not { } target || pages.Exists(p => p.Address == target))
                continue;
            var name = PageName.Match(EPaperHtml.Line(link) ?? "");
            if (name.Success)
                pages.Add(new(target, Number(name.Groups["page"].Value), name.Groups["name"].Value is { Length: > 0 } section ? section : null));
        }

        var articles = Links(page, selectors, "item", ArticleAddress).Select(l => EPaperHtml.Target(l, address)).OfType<Uri>().Select(WithoutZoom).Distinct().ToList();
        var said = Furniture.Masthead(string.Join(' ', new[] { page.Title, Line("paper"), Line("date"), Line("page") }.OfType<string>()));
        var here = pages.Find(p => p.Address == address)?.Page ?? said?.Page;
        return new(Line("paper") ?? said?.Paper, said?.Date ?? DateIn(address), here, pages, articles);

        string? Line(string role) => EPaperHtml.Line(EPaperHtml.First(page, selectors, role, role switch
        {
            "date" => [".date", "#date", "founder-date", ".paper-date"],
            "page" => [".page-name", ".currentpage", "#currentpage", "founder-page"],
            _ => ["founder-paper", ".paper-name"],
        }));
    }

    /// <summary>Links of lists and of the areas over the page's picture.</summary>
    private static IEnumerable<IElement> Links(IParentNode page, IReadOnlyDictionary<string, string> selectors, string role, Regex usual) =>
        selectors.TryGetValue(role, out var own)
            ? EPaperHtml.All(page, own).Select(e => e.HasAttribute("href") ? e : e.QuerySelector("a[href],area[href]")).OfType<IElement>()
            : EPaperHtml.All(page, "a[href],area[href]").Where(l => usual.IsMatch(l.GetAttribute("href")!.Split('#')[0]) || usual.IsMatch(l.GetAttribute("href")!.Split('?', '#')[0]));

    /// <summary>The areas of a page's picture name the same article with another query (<c>?div=-1</c>).</summary>
    private static Uri WithoutZoom(Uri address) => address.Query.StartsWith("?div=", StringComparison.Ordinal) ? new(address.GetLeftPart(UriPartial.Path)) : address;

    private static string Number(string printed)
    {
        var text = printed.Replace(" ", "", StringComparison.Ordinal);
        return char.IsAsciiLetter(text[0]) ? text[0] + text[1..].TrimStart('0') : text.TrimStart('0') is { Length: > 0 } number ? number : text;
    }

    [GeneratedRegex(@"(?<y>20\d\d)[-/]?(?<m>[01]\d)[-/]?(?<d>[0-3]\d)")]
    private static partial Regex AddressDate { get; }

    private static DateOnly? DateIn(Uri address)
    {
        var date = AddressDate.Match(address.AbsolutePath);
        return date.Success && DateOnly.TryParseExact($"{date.Groups["y"]}{date.Groups["m"]}{date.Groups["d"]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
