using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Sources.Decoding;
using Bot.Sources.Markup;

namespace Bot.Sources.WebPages;

/// <summary>A web page as a tree. Scripts never run and nothing is fetched.</summary>
internal sealed record ListPage(IHtmlDocument Tree, Uri? Address, string Encoding, IReadOnlyList<Said> Warnings)
{
    /// <summary>The tree builder's time grows with the square of the depth; no page for people comes near, in elements.</summary>
    private const int Deepest = 1500;

    /// <summary>Null where the page is built to be expensive.</summary>
    public static ListPage? Of(Document document)
    {
        if (Decode(document) is not { } decoded)
        {
            return null;
        }

        var tree = new HtmlParser().ParseDocument(decoded.Text);
        var address = WebAddress.Base(document.Location);
        var inside = tree.QuerySelector("base[href]")?.GetAttribute("href");
        return new(tree, WebAddress.Base(WebAddress.Resolve(inside, address)) ?? address, decoded.Encoding, decoded.Warnings);
    }

    /// <summary>A page's text as it may be given to the tree builder; null where the page is built to be expensive.</summary>
    public static DecodedText? Decode(Document document)
    {
        var bytes = document.Bytes.Span;
        var decoded = TextDecoder.Decode(bytes, MetaCharset.Of(bytes), document.Charset);
        return Depth(decoded.Text) > Deepest ? null : decoded;
    }

    /// <summary>What a person sees of an element, in one line.</summary>
    public static string? TextOf(IElement? element) => element is null ? null : PlainText.OneLine(element.TextContent);

    public string? LinkOf(IElement? element) => SafeAttributes.Address(element?.GetAttribute("href"), Address) is { } link && WebAddress.IsWeb(link) ? link : null;

    /// <summary>How deep start tags can at most be open.</summary>
    private static int Depth(ReadOnlySpan<char> html)
    {
        int depth = 0, deepest = 0;
        while (html.IndexOf('<') is var i and >= 0)
        {
            html = html[i..];
            var tag = HtmlTag.Read(html);
            if (tag.Length > 0 && Markup.HtmlElement.Find(tag.Name)?.IsVoid != true && !tag.ClosesItself)
            {
                depth = tag.Closes ? Math.Max(0, depth - 1) : depth + 1;
                deepest = Math.Max(deepest, depth);
            }

            html = html[Math.Max(1, tag.Length)..];
        }

        return deepest;
    }
}
