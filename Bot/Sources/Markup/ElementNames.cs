using System.Collections.Frozen;

namespace Bot.Sources.Markup;

/// <summary>One string for each element name that is kept, so that reading makes none.</summary>
internal static class ElementNames
{
    private static readonly FrozenSet<string> _names = FrozenSet.ToFrozenSet(
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "caption",
        "figure", "figcaption", "div", "td", "th", "a", "b", "strong", "i", "em", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "code", "kbd", "samp",
        "var", "q", "cite", "abbr", "dfn", "time", "ruby", "rt", "rp", "bdi", "bdo",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var known) ? known : name.ToString();
}
