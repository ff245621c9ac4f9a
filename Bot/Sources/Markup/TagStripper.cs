namespace Bot.Sources.Markup;

/// <summary>A text of one line without its HTML tags. What only looks like a tag stays.</summary>
internal static class TagStripper
{
    /// <summary>How far may be looked, in all, for ends that are not there; in characters. A text that is made to cost more stays as it is from there on.</summary>
    private const int MostSearched = 4 * 1024 * 1024;

    public static string Of(string html)
    {
        if (!html.Contains('<'))
        {
            return html;
        }

        var buffer = new TextBuffer();
        var rest = html.AsSpan();
        for (var searched = 0; searched < MostSearched && rest.IndexOf('<') is var i and >= 0;)
        {
            buffer.Append(rest[..i]);
            rest = rest[i..];
            var taken = rest.Length > 1 && rest[1] == '!' ? Declaration(rest, buffer, ref searched) : Tag(rest, buffer, ref searched);
            if (taken == 0)
            {
                buffer.Append('<');
                taken = 1;
            }

            rest = rest[taken..];
        }

        buffer.Append(rest);
        return buffer.ToString();
    }

    /// <returns>How many characters it takes; 0 where it is none.</returns>
    private static int Declaration(ReadOnlySpan<char> rest, TextBuffer buffer, ref int searched)
    {
        var cdata = rest.StartsWith("<![CDATA[");
        var closing = cdata ? "]]>" : rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? ">" : null;
        if (closing is null)
        {
            return 0;
        }

        var end = rest.IndexOf(closing);
        if (end < 0)
        {
            searched += rest.Length;
            return 0;
        }

        if (cdata)
        {
            buffer.Append(rest[9..end]);
        }

        return end + closing.Length;
    }

    private static int Tag(ReadOnlySpan<char> rest, TextBuffer buffer, ref int searched)
    {
        var tag = HtmlTag.Read(rest);
        var rule = tag.Length == 0 || rest[tag.Length - 1] != '>' ? null : HtmlElement.Find(tag.Name)?.Rule;
        if (rule is null)
        {
            searched += tag.Length;
            return 0;
        }

        if (rule is TagRule.Block or TagRule.LineBreak or TagRule.BreakOnly or TagRule.Cell)
        {
            buffer.Append(' ');
        }

        if (rule != TagRule.Drop || tag.Closes)
        {
            return tag.Length;
        }

        var end = rest[tag.Length..].IndexOf($"</{tag.Name}", StringComparison.OrdinalIgnoreCase);
        searched += end < 0 ? rest.Length : 0;
        return tag.Length + Math.Max(end, 0);
    }
}
