using System.Buffers;

namespace Bot.Sources.Markup;

/// <summary>One tag of HTML as it stands in the text, taken apart without copying it.</summary>
internal readonly ref struct HtmlTag
{
    private static readonly SearchValues<char> _keyEnds = SearchValues.Create("= \t\r\n\f/");
    private static readonly SearchValues<char> _spaces = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> _ends = SearchValues.Create(">\"'");

    private HtmlTag(ReadOnlySpan<char> name, bool closes, ReadOnlySpan<char> attributes, int length)
    {
        Name = name;
        Closes = closes;
        Attributes = attributes;
        Length = length;
    }

    /// <summary>As written, in any case.</summary>
    public ReadOnlySpan<char> Name { get; }

    /// <summary>What stands between the name and the end.</summary>
    public ReadOnlySpan<char> Attributes { get; }

    /// <summary>An end tag.</summary>
    public bool Closes { get; }

    /// <summary>How many characters it takes; 0 where there is no tag.</summary>
    public int Length { get; }

    public bool ClosesItself => Attributes is [.., '/'];

    /// <summary>Reads the tag at the start of <paramref name="text"/>, which begins with <c>&lt;</c>. A tag without its end has the length of the rest.</summary>
    public static HtmlTag Read(ReadOnlySpan<char> text)
    {
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        if (text.Length <= start || !char.IsAsciiLetter(text[start]))
        {
            return default;
        }

        var nameEnd = start;
        while (nameEnd < text.Length && text[nameEnd] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f' or '<'))
        {
            nameEnd++;
        }

        var end = nameEnd < text.Length && text[nameEnd] == '>' ? nameEnd : End(text, nameEnd);
        var close = end < text.Length && text[end] == '>' ? end + 1 : end;
        return new(text[start..nameEnd], start == 2, text[nameEnd..end], close);
    }

    /// <summary>The raw value of an attribute; null where the tag has none of that name.</summary>
    /// <param name="name">In lower case.</param>
    public bool TryGet(ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var rest = Attributes;
        while (Next(ref rest, out var key, out value))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Takes the next attribute, its value raw, off <paramref name="rest"/>; false where there is none left.</summary>
    public static bool Next(scoped ref ReadOnlySpan<char> rest, scoped out ReadOnlySpan<char> key, scoped out ReadOnlySpan<char> value)
    {
        value = default;
        rest = rest.TrimStart(" \t\r\n\f/");
        var end = rest.IndexOfAny(_keyEnds);
        key = end < 0 ? rest : rest[..end];
        if (end == 0)
        {
            rest = rest[1..];
            return true;
        }

        rest = end < 0 ? default : rest[end..].TrimStart(" \t\r\n\f");
        if (key.IsEmpty)
        {
            return false;
        }

        if (rest.IsEmpty || rest[0] != '=')
        {
            return true;
        }

        rest = rest[1..].TrimStart(" \t\r\n\f");
        if (!rest.IsEmpty && rest[0] is '"' or '\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            value = close < 0 ? rest[1..] : rest.Slice(1, close);
            rest = close < 0 ? default : rest[(close + 2)..];
            return true;
        }

        var stop = rest.IndexOfAny(_spaces);
        value = stop < 0 ? rest : rest[..stop];
        rest = stop < 0 ? default : rest[stop..];
        return true;
    }

    /// <summary>The first <c>&gt;</c> outside quotes. A quote counts only after an equals sign, as in browsers.</summary>
    private static int End(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (text[at..].IndexOfAny(_ends) is var i and >= 0)
        {
            at += i;
            if (text[at] == '>')
            {
                return at;
            }

            // An unclosed quote is none.
            if (text[from..at].TrimEnd() is [.., '='] && text[(at + 1)..].IndexOf(text[at]) is var close and >= 0)
            {
                at += close + 1;
            }

            at++;
        }

        return text.Length;
    }
}
