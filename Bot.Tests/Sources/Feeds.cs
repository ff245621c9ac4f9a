using System.Text;
using Bot.Sources;
using Bot.Sources.Decoding;
using Bot.Sources.Syndication;

namespace Bot.Tests.Sources;

/// <summary>Reads feeds that tests write.</summary>
internal static class Feeds
{
    private static readonly DateTimeOffset _fetchedAt = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static ReadResult Read(string text, string encoding = "utf-8", string? charset = null, string location = "https://feed.example/feed.xml") =>
        Read((EncodingNames.Find(encoding) ?? Encoding.UTF8).GetBytes(text), charset, location);

    public static ReadResult Read(byte[] bytes, string? charset = null, string location = "https://feed.example/feed.xml")
    {
        var document = new Document { Location = location, Bytes = bytes, Charset = charset, FetchedAt = _fetchedAt };
        return new DocumentReaders([new SyndicationReader()]).Read(document, TestContext.Current.CancellationToken);
    }

    public static Entry Item(string inside) => Assert.Single(Read($"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>t</title><item>{inside}</item></channel></rss>").Entries);

    public static Entry AtomEntry(string inside) => Assert.Single(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry>{inside}</entry></feed>").Entries);
}
