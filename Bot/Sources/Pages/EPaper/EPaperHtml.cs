using AngleSharp.Dom;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.EPaper;

/// <summary>Finding things in e-paper HTML, whose makers differ in names more than in shape.</summary>
internal static class EPaperHtml
{
    /// <summary>The first element that has text under the source's own selector for the role, or under the usual ones.</summary>
    public static IElement? First(IParentNode from, IReadOnlyDictionary<string, string> selectors, string role, params string[] usual)
    {
        foreach (var selector in selectors.TryGetValue(role, out var own) ? [own] : usual)
        {
            if (All(from, selector).FirstOrDefault(e => !string.IsNullOrWhiteSpace(e.TextContent)) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>What a selector finds; nothing where the selector itself is wrong, which the settings' check names.</summary>
    public static IEnumerable<IElement> All(IParentNode from, string selector)
    {
        try
        {
            return from.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            return [];
        }
    }

    /// <summary>One line: folded, blanks and line breaks drawn together to one blank; null where nothing is left.</summary>
    public static string? Line(IElement? element)
    {
        if (element is null)
            return null;
        var words = CharacterFolding.Fold(string.Concat(element.Descendants().Select(n => n is IText text ? text.Data : n is IElement { LocalName: "br" } ? " " : ""))).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    /// <summary>An address that a link leads to, without its fragment; null for scripts, mail and other sites.</summary>
    public static Uri? Target(IElement link, Uri page)
    {
        var href = link.GetAttribute("href")?.Trim();
        if (string.IsNullOrEmpty(href) || href[0] == '#' || !Uri.TryCreate(page, href, out var target))
            return null;
        return target.Scheme is "http" or "https" && target.Host == page.Host ? new UriBuilder(target) { Fragment = "" }.Uri : null;
    }
}
