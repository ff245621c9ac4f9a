namespace Bot.Sources.Syndication;

/// <summary>Whose element it is.</summary>
internal enum Vocabulary : byte
{
    /// <summary>RSS in any version, and elements without a namespace.</summary>
    Rss,
    Atom,
    Rdf,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Podcast,
    Xhtml,
    FeedBurner,
    SyndicationHints,
    Other,
}

/// <summary>Namespaces by their address, which feeds write in several ways, or by their usual prefix where a feed forgot to declare it.</summary>
internal sealed class Vocabularies
{
    private readonly List<(string Address, Vocabulary Vocabulary)> _seen = [];

    /// <param name="address">The namespace as the parser hands it out: the same string for the same namespace.</param>
    public Vocabulary Of(string address)
    {
        foreach (var (known, vocabulary) in _seen)
        {
            if (ReferenceEquals(known, address))
            {
                return vocabulary;
            }
        }

        var found = ByAddress(address);
        if (_seen.Count < 64)
        {
            _seen.Add((address, found));
        }

        return found;
    }

    public static Vocabulary ByAddress(string address)
    {
        var plain = address.Trim().ToLowerInvariant().Replace("https://", "http://", StringComparison.Ordinal).TrimEnd('/', '#', '"');
        return plain switch
        {
            "" => Vocabulary.Rss,
            "http://www.w3.org/2005/atom" or "http://purl.org/atom/ns" or "http://purl.org/net/atom/ns" or "http://example.com/newformat" or "http://example.com/necho"
                or "http://purl.org/echo" or "uri/of/echo/namespace" or "http://purl.org/pie" or "http://www.w3.org/2005/11/atom" => Vocabulary.Atom,
            "http://www.w3.org/1999/02/22-rdf-syntax-ns" => Vocabulary.Rdf,
            "http://purl.org/dc/elements/1.1" or "http://purl.org/dc/elements/1.0" => Vocabulary.DublinCore,
            "http://purl.org/dc/terms" => Vocabulary.DublinCoreTerms,
            "http://purl.org/rss/1.0/modules/content" => Vocabulary.Content,
            "http://search.yahoo.com/mrss" or "http://search.yahoo.com/mrss/rss" or "http://tools.search.yahoo.com/mrss" or "http://video.search.yahoo.com/mrss" => Vocabulary.Media,
            "http://www.itunes.com/dtds/podcast-1.0.dtd" or "http://www.itunes.com/dtds/podcast" or "http://example.com/dtds/podcast-1.0.dtd" or "http://www.google.com/schemas/play-podcasts/1.0" => Vocabulary.Podcast,
            "http://www.w3.org/1999/xhtml" => Vocabulary.Xhtml,
            "http://rssnamespace.org/feedburner/ext/1.0" => Vocabulary.FeedBurner,
            "http://purl.org/rss/1.0/modules/syndication" => Vocabulary.SyndicationHints,
            "http://purl.org/rss/1.0" or "http://my.netscape.com/rdf/simple/0.9" or "http://channel.netscape.com/rdf/simple/0.9" or "http://my.netscape.com/publish/formats/rss-0.91.dtd"
                or "http://purl.org/net/rss1.1" or "http://backend.userland.com/rss" or "http://backend.userland.com/rss2" or "http://backend.userland.com/rss091"
                or "http://blogs.law.harvard.edu/tech/rss" or "http://cyber.law.harvard.edu/rss/rss.html" => Vocabulary.Rss,
            _ when plain.StartsWith("http://backend.userland.com", StringComparison.Ordinal) || IsVersionOfRss(plain.AsSpan(plain.LastIndexOf('/') + 1))
                || (plain.StartsWith("http://purl.org/rss", StringComparison.Ordinal) && !plain.Contains("modules", StringComparison.Ordinal)) => Vocabulary.Rss,
            _ => Vocabulary.Other,
        };
    }

    /// <summary>Such as <c>rss2</c>, <c>rss-0.91.dtd</c> or <c>rss.html</c>.</summary>
    private static bool IsVersionOfRss(ReadOnlySpan<char> name) =>
        name.StartsWith("rss") && name[3..].TrimEnd("dthml").TrimEnd('.').Trim("0123456789.-_").IsEmpty;

    public static Vocabulary ByPrefix(ReadOnlySpan<char> prefix) => prefix switch
    {
        "" or "rss" => Vocabulary.Rss,
        "atom" or "a" or "atom10" or "atom03" => Vocabulary.Atom,
        "rdf" => Vocabulary.Rdf,
        "dc" => Vocabulary.DublinCore,
        "dcterms" or "dct" => Vocabulary.DublinCoreTerms,
        "content" => Vocabulary.Content,
        "media" => Vocabulary.Media,
        "itunes" or "googleplay" => Vocabulary.Podcast,
        "xhtml" or "html" or "h" or "body" => Vocabulary.Xhtml,
        "feedburner" => Vocabulary.FeedBurner,
        "sy" => Vocabulary.SyndicationHints,
        _ => Vocabulary.Other,
    };
}
