using System.Buffers;
using System.Text;
using Bot.Sources.Decoding;

namespace Bot.Sources.Syndication;

/// <summary>Whether a document is a feed, by its first characters; what a server or a name claims counts only where these are unclear.</summary>
internal static class FeedSniffer
{
    /// <summary>In bytes.</summary>
    private const int Reach = 4096;

    /// <summary>For documents that begin with a licence or a long list of entities, in bytes.</summary>
    private const int FarReach = 256 * 1024;

    private static readonly SearchValues<char> _nameEnds = SearchValues.Create("> \t\r\n/");

    public static FeedShape Of(Document document)
    {
        var shape = Of(document, Head(document.Bytes.Span, Reach));
        return shape ?? Of(document, Head(document.Bytes.Span, FarReach)) ?? FeedShape.None;
    }

    /// <summary>Null where the first element lies behind the head.</summary>
    private static FeedShape? Of(Document document, string head)
    {
        if (head.StartsWith('{') || head.StartsWith('['))
        {
            return head.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) || document.MediaType is "application/feed+json"
                || document.Location.EndsWith(".jsonfeed", StringComparison.OrdinalIgnoreCase)
                || (head.StartsWith('{') && (LaterVersion(document) || (head.Contains("\"items\"", StringComparison.Ordinal) && HasFeedWords(head))))
                ? FeedShape.Json
                : FeedShape.None;
        }

        if (RootOf(head) is { } root)
        {
            return root is "rss" or "feed" or "rdf" or "channel" or "entry" || BeginsLater(head) ? FeedShape.Xml : FeedShape.None;
        }

        return document.MediaType is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" || HasFeedRoot(head) ? FeedShape.Xml
            : head.StartsWith("<!", StringComparison.Ordinal) || head.StartsWith("<?", StringComparison.Ordinal) ? null
            : FeedShape.None;
    }

    private static string Head(ReadOnlySpan<byte> bytes, int reach)
    {
        var head = bytes[..Math.Min(bytes.Length, reach)];
        var wide = ByteOrderMark.Find(head) is { } mark && mark.Encoding.CodePage is 1200 or 1201 or 12000 or 12001 ? mark.Encoding : ByteOrderMark.Guess(head);
        if (wide is not null)
        {
            wide = Encoding.GetEncoding(wide.CodePage);
        }
        else if (head is [0x4C, 0x6F, 0xA7, 0x94, ..])
        {
            wide = EncodingNames.Find("IBM037");
        }

        return (wide ?? Encoding.Latin1).GetString(head).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n', '\0');
    }

    /// <summary>The local name of the first element in lower case; null where the head begins with something else.</summary>
    private static string? RootOf(ReadOnlySpan<char> head)
    {
        while (head.StartsWith("<"))
        {
            var end = head.StartsWith("<!--") ? Behind(head, "-->") : head.StartsWith("<?") ? Behind(head, "?>") : head.StartsWith("<!") ? BehindDoctype(head) : 0;
            if (end == 0)
            {
                var stop = head.IndexOfAny(_nameEnds);
                var name = stop == 0 || head[1..] is [] ? default : head[1..(stop < 1 ? head.Length : stop)];
                return name[(name.IndexOf(':') + 1)..].ToString().ToLowerInvariant();
            }

            if (end < 0)
            {
                return null;
            }

            head = head[end..].TrimStart();
        }

        return null;
    }

    private static int Behind(ReadOnlySpan<char> head, string end) => head.IndexOf(end) is var i and >= 0 ? i + end.Length : -1;

    private static int BehindDoctype(ReadOnlySpan<char> head)
    {
        var end = head.IndexOf('>');
        var subset = head.IndexOf('[');
        return end < 0 ? -1 : subset >= 0 && subset < end ? (head.IndexOf(']') is var close and >= 0 && head[close..].IndexOf('>') is var last and >= 0 ? close + last + 1 : -1) : end + 1;
    }

    private static bool HasFeedRoot(string head) =>
        head.Contains("<rss", StringComparison.OrdinalIgnoreCase) || head.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase)
        || (head.Contains("<feed", StringComparison.OrdinalIgnoreCase) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Behind a server's warning in HTML, or wrapped into a page.</summary>
    private static bool BeginsLater(string head) =>
        head.Contains("<rss version=", StringComparison.OrdinalIgnoreCase) || head.Contains("<rdf:RDF ", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<feed xmlns=", StringComparison.OrdinalIgnoreCase);

    private static bool HasFeedWords(string head) =>
        head.Contains("\"title\"", StringComparison.Ordinal) && (head.Contains("\"url\"", StringComparison.Ordinal) || head.Contains("\"id\"", StringComparison.Ordinal))
        || head.Contains("\"content_html\"", StringComparison.Ordinal) || head.Contains("\"content_text\"", StringComparison.Ordinal) || head.Contains("\"date_published\"", StringComparison.Ordinal);

    /// <summary>JSON has no order: the version may stand behind the items.</summary>
    private static bool LaterVersion(Document document) => document.Bytes.Span.IndexOf("jsonfeed.org/version"u8) >= 0;
}

internal enum FeedShape
{
    None,
    Xml,
    Json,
}
