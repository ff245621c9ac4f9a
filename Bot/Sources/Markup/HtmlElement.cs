using System.Collections.Frozen;

namespace Bot.Sources.Markup;

/// <summary>An element of HTML and what becomes of it.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="EndsItsLike">A start tag ends an open one of the same name, whose end tag is often left out.</param>
/// <param name="HasAttributes">Some of its attributes are kept.</param>
internal sealed record HtmlElement(string Name, TagRule Rule, bool EndsItsLike, bool HasAttributes, bool IsVoid)
{
    private static readonly FrozenDictionary<string, HtmlElement> _all = All().ToFrozenDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _all.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The elements that most tags are, by first letter and length.</summary>
    private static readonly HtmlElement?[] _usual = Usual();

    /// <summary><c>&lt;p</c>.</summary>
    public string Opening { get; } = "<" + Name;

    /// <summary><c>&lt;p&gt;</c>.</summary>
    public string Start { get; } = $"<{Name}>";

    /// <summary><c>&lt;/p&gt;</c>.</summary>
    public string End { get; } = $"</{Name}>";

    /// <summary>Null for what is no element of HTML.</summary>
    /// <param name="name">In any case, without a prefix.</param>
    public static HtmlElement? Find(ReadOnlySpan<char> name)
    {
        if (name.Length is > 0 and < 8 && _usual[Place(name)] is { } usual && name.SequenceEqual(usual.Name))
        {
            return usual;
        }

        return _bySpan.TryGetValue(name, out var element) ? element : null;
    }

    private static HtmlElement?[] Usual()
    {
        var usual = new HtmlElement?[32 * 8];
        foreach (var name in (ReadOnlySpan<string>)["p", "a", "b", "i", "br", "li", "ul", "ol", "tr", "td", "h2", "em", "img", "div", "span", "font", "table", "tbody", "strong"])
        {
            usual[Place(name)] = _all[name];
        }

        return usual;
    }

    private static int Place(ReadOnlySpan<char> name) => ((name[0] & 31) << 3) | name.Length;

    private static IEnumerable<HtmlElement> All()
    {
        (TagRule Rule, string Names)[] rows =
        [
            (TagRule.Block, "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tfoot tr caption figure figcaption div"),
            (TagRule.Cell, "td th"),
            (TagRule.Inline, "a b strong i em u s del ins sub sup small mark code kbd samp var q cite abbr dfn time ruby rt rp bdi bdo"),
            (TagRule.LineBreak, "br hr"),
            (TagRule.Image, "img"),
            (TagRule.BreakOnly, "section article header footer main aside nav address center form fieldset legend details summary dir menu body html hgroup search dialog marquee"),
            (TagRule.Drop, "script style iframe frameset noframes object embed applet template svg math select textarea button title head canvas audio video map noembed xml xmp plaintext"),
            (TagRule.Unwrap, "span font tt big strike acronym nobr wbr label data blink basefont noscript input meta link base col colgroup area param source track frame picture option optgroup output progress meter isindex bgsound rb rtc"),
        ];
        string[] lone = ["br", "hr", "img", "input", "meta", "link", "base", "col", "area", "param", "source", "track", "wbr", "embed", "basefont", "frame", "isindex", "bgsound"];
        return from row in rows
               from name in row.Names.Split(' ')
               select new HtmlElement(
                   name,
                   row.Rule,
                   name is "p" or "li" or "tr" or "td" or "th" or "dt" or "dd",
                   name is "a" or "td" or "th" or "time" or "abbr",
                   lone.Contains(name));
    }
}
