namespace Bot.Sources.Markup;

/// <summary>What becomes of an HTML element.</summary>
internal enum TagRule
{
    /// <summary>Its tags go, what is in it stays.</summary>
    Unwrap,

    /// <summary>It goes with all that is in it.</summary>
    Drop,

    /// <summary>Kept; a paragraph of its own.</summary>
    Block,

    /// <summary>Unwrapped, but what is in it is a paragraph of its own.</summary>
    BreakOnly,

    /// <summary>Kept within the text.</summary>
    Inline,

    /// <summary>Kept; stands apart from its neighbour within a line.</summary>
    Cell,

    LineBreak,

    Image,

    /// <summary>No element of HTML.</summary>
    Unknown,
}

internal static class TagRules
{
    /// <param name="name">In lower case.</param>
    public static TagRule Of(ReadOnlySpan<char> name) => name switch
    {
        "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "blockquote" or "pre"
            or "table" or "thead" or "tbody" or "tfoot" or "tr" or "caption" or "figure" or "figcaption" or "div" => TagRule.Block,
        "td" or "th" => TagRule.Cell,
        "a" or "b" or "strong" or "i" or "em" or "u" or "s" or "del" or "ins" or "sub" or "sup" or "small" or "mark" or "code" or "kbd"
            or "samp" or "var" or "q" or "cite" or "abbr" or "dfn" or "time" or "ruby" or "rt" or "rp" or "bdi" or "bdo" => TagRule.Inline,
        "br" or "hr" => TagRule.LineBreak,
        "img" => TagRule.Image,
        "section" or "article" or "header" or "footer" or "main" or "aside" or "nav" or "address" or "center" or "form" or "fieldset"
            or "legend" or "details" or "summary" or "dir" or "menu" or "body" or "html" or "hgroup" or "search" or "dialog" or "marquee" => TagRule.BreakOnly,
        "script" or "style" or "iframe" or "frameset" or "noframes" or "object" or "embed" or "applet" or "template" or "svg" or "math"
            or "select" or "textarea" or "button" or "title" or "head" or "canvas" or "audio" or "video" or "map" or "noembed" or "xml" or "xmp" or "plaintext" => TagRule.Drop,
        "span" or "font" or "tt" or "big" or "strike" or "acronym" or "nobr" or "wbr" or "label" or "data" or "blink" or "basefont" or "noscript"
            or "input" or "meta" or "link" or "base" or "col" or "colgroup" or "area" or "param" or "source" or "track" or "frame" or "picture"
            or "option" or "optgroup" or "output" or "progress" or "meter" or "isindex" or "bgsound" or "rb" or "rtc" => TagRule.Unwrap,
        _ => TagRule.Unknown,
    };

    /// <summary>Elements that have no end tag, so that nothing is inside them.</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) => name is "br" or "hr" or "img" or "input" or "meta" or "link" or "base" or "col" or "area"
        or "param" or "source" or "track" or "wbr" or "embed" or "basefont" or "frame" or "isindex" or "bgsound";
}
