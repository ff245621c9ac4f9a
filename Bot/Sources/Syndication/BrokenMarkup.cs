namespace Bot.Sources.Syndication;

/// <summary>Where the parts of a document that keeps no rules begin and end.</summary>
internal static class BrokenMarkup
{
    /// <summary>Behind what stands before the document: a server's warning, blank lines, half a header.</summary>
    public static int Beginning(string text)
    {
        foreach (var start in (string[])["<?xml", "<rss", "<feed", "<rdf:RDF", "<RDF", "<channel"])
        {
            if (text.IndexOf(start, StringComparison.OrdinalIgnoreCase) is var i and >= 0)
            {
                return i;
            }
        }

        return 0;
    }

    public static string WithoutControls(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u0008') < 0 && text.AsSpan().IndexOfAnyInRange('\u000B', '\u001F') < 0
            ? text
            : string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n' or '\r' or '\v' or '\f').Select(c => c is '\v' or '\f' ? ' ' : c));

    /// <summary>Where a CDATA section ends; also where its last brackets are missing and the element's end tag follows.</summary>
    /// <param name="open">The element that it stands in, if any.</param>
    public static (int End, int Length) CdataEnd(ReadOnlySpan<char> rest, string? open)
    {
        var proper = rest.IndexOf("]]>");
        if (open is null)
        {
            return proper < 0 ? (rest.Length, rest.Length) : (proper, proper + 3);
        }

        var reach = proper < 0 ? rest : rest[..proper];
        var last = reach.IndexOf($"</{open}>");
        return last >= 0 && reach[..last].EndsWith("]]") ? (last - 2, last)
            : last >= 0 && (proper < 0 || reach[last..].IndexOf("<![CDATA[") >= 0) ? (last, last)
            : proper < 0 ? (rest.Length, rest.Length)
            : (proper, proper + 3);
    }

    /// <returns>How many characters a DOCTYPE takes, with what it declares.</returns>
    public static int DocumentType(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('>');
        var subset = rest.IndexOf('[');
        if (subset >= 0 && subset < end)
        {
            var close = rest[subset..].IndexOf("]>");
            var spaced = rest[subset..].IndexOf("] >");
            close = close < 0 ? spaced : spaced < 0 ? close : Math.Min(close, spaced);
            end = close < 0 ? end : subset + close + rest[(subset + close)..].IndexOf('>');
        }

        return end < 0 ? rest.Length : end + 1;
    }
}
