using System.Text;
using System.Text.Json;
using System.Xml;
using Bot.Sources.Decoding;
using Bot.Sources.Markup;
using Bot.Sources.Syndication;

namespace Bot.Tests.Sources.Syndication;

/// <summary>The quick reader against .NET's own: what it takes, that one takes too, and both make the same of it.</summary>
public sealed class PlainXmlTests
{
    private static readonly string[] _feeds =
    [
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- made up --><?style here?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media='http://search.yahoo.com/mrss/'>
        <channel><title>公报 &amp; 公告</title><link>https://c.example/</link><ttl>60</ttl>
        <item><title><![CDATA[甲]]> &#x4E59; &lt;b&gt;</title><link>/a?b=1&amp;c=2</link><guid isPermaLink="false">1</guid><pubDate>Thu, 19 Nov 2026 10:20:00 +0800</pubDate>
        <dc:creator>王某</dc:creator><category domain="x">法院</category><description>&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二 &amp;amp; 三&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p style="x">正文 ]] &gt; <a href="b">链接</a></p>]]></content:encoded><media:group><media:title>图</media:title></media:group><enclosure url="x"/></item>
        <item/><item><title> </title><author>a@b.example (李某)</author><guid>https://c.example/2</guid></item>
        </channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://c.example/x/" xml:lang="zh">
        <title type="text">公报</title><link rel="self" href="feed.xml"/><author><name>某院</name><email>a@b.example</email></author>
        <entry><title type="html">甲 &amp;amp; 乙</title><id>urn:1</id><link href="1.html"/><updated>2026-11-19T10:20:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a"
          title='b'>一<br/>二</p></div></content><category term="t" label="标签"/></entry>
        <entry xmlns:x="urn:other" x:y="z"><title>丙</title><id>urn:2</id><x:unknown>…<x:deep a="1&#10;2"/></x:unknown><summary>&#128512; 摘要</summary></entry>
        </feed>
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://c.example/"><title>t</title></channel>
        <item rdf:about="https://c.example/1"><title>甲</title><link>https://c.example/1</link></item></rdf:RDF>
        """,
    ];

    private static readonly string[] _pieces =
    [
        "<", ">", "/", "&", "\"", "'", "=", " ", "\r\n", "\r", "\t", "]]>", "<![CDATA[", "-->", "<!--", "--", "<?", "?>", "</", "/>", "&amp;", "&lt;", "&nbsp;", "&#0;", "&#x110000;", "&#xD800;", "&#X41;",
        ":", "xmlns:q=\"urn:q\"", " xmlns=\"\"", " a=\"1\"", " a='1' a='2'", "<q:x>", "</q:x>", "<x>", "</x>", "<title>", "</title>", "<item>", "</item>", "<!DOCTYPE x>", "\u0001", "\uFFFE", "中", "é", "xml", "<?xml version=\"1.0\"?>",
    ];

    [Fact]
    public void Plain_feeds_are_read_the_quick_way()
    {
        Assert.All(_feeds, feed => Assert.NotNull(Quickly(feed)));
        Assert.All(_feeds, feed => Assert.Equal(Slowly(feed), Quickly(feed)));
        Assert.All(_feeds, feed => Assert.Equal(Slowly(feed), Quickly(feed, pieces: true)));
        Assert.All(_feeds, feed => Assert.Equal(Slowly(feed), Quickly(feed.ReplaceLineEndings("\r\n"))));
    }

    [Fact]
    public void Whatever_the_quick_way_takes_the_rules_take_too_and_both_find_the_same()
    {
        var random = new Random(20261124);
        var taken = 0;
        List<string> different = [];
        for (var round = 0; round < 20_000; round++)
        {
            var feed = new StringBuilder(_feeds[random.Next(_feeds.Length)]);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(feed.Length);
                feed.Remove(at, Math.Min(random.Next(4), feed.Length - at)).Insert(at, random.Next(3) > 0 ? _pieces[random.Next(_pieces.Length)] : "");
            }

            var text = feed.ToString();
            if (Quickly(text, pieces: round % 2 == 0) is { } found)
            {
                taken++;
                if (Slowly(text) is var expected && expected != found)
                {
                    different.Add($"{text}\n\n{expected}\n\n{found}");
                }
            }
        }

        Assert.True(different.Count == 0, string.Join("\n\n\n", different.Take(5)));
        Assert.InRange(taken, 1000, 20_000);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>a</title></item></channel></rss><rss/>")]
    [InlineData("<rss><channel><item><title>a</titel></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>a</title></item>")]
    [InlineData("<rss><channel><item><title a=1>a</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>&nbsp;</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><dc:title>a</dc:title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss><rss><channel/></rss>")]
    [InlineData("text <rss/>")]
    [InlineData("")]
    public void What_is_not_plain_is_left_to_others(string feed) => Assert.Null(Quickly(feed));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_long_feed_is_read_in_pieces_to_the_same_entries(string encoding)
    {
        var feed = Long(encoding, i => $"<content:encoded><![CDATA[<p>{new string('法', i % 700)}</p>]]></content:encoded>");
        var likely = new LikelyEncoding(encoding == "utf-8" ? null : EncodingNames.Find(encoding), encoding, 0);
        var bytes = (likely.Encoding ?? Encoding.UTF8).GetBytes(feed);
        Assert.True(bytes.Length > 3 * 1024 * 1024);
        Assert.Equal(Slowly(feed), Quickly(new PlainXmlText(bytes, likely)));
    }

    [Fact]
    public void A_long_feed_whose_texts_speak_of_entries_is_read_right_or_left_to_others()
    {
        var feed = Long("utf-8", i => $"<description>{new string('法', i % 700)}<![CDATA[<item><item>]]><item/><!--<item>--></description>");
        Assert.True(Quickly(feed) is null || Quickly(feed) == Slowly(feed));
    }

    private static string Long(string encoding, Func<int, string> content) =>
        $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n"
        + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<item><title>第{i}号</title><guid>g-{i}</guid>{content(i)}</item>\n")) + "</channel></rss>";

    /// <param name="pieces">Whether each entry, nearly, comes as a piece of its own.</param>
    private static string? Quickly(string feed, bool pieces = false)
    {
        var (bytes, likely) = (Encoding.UTF8.GetBytes(feed), new LikelyEncoding(null, "utf-8", 0));
        return Quickly(pieces ? new PlainXmlText(bytes, likely, usual: FirstEntry(feed) + 8) : new PlainXmlText(bytes, likely));
    }

    private static int FirstEntry(string feed) => Encoding.UTF8.GetByteCount(feed.AsSpan(0, Math.Max(0, Math.Max(feed.IndexOf("<item", StringComparison.Ordinal), feed.IndexOf("<entry", StringComparison.Ordinal)))));

    private static string? Quickly(PlainXmlText text)
    {
        using var borrowed = text;
        var builder = Builder();
        return new PlainXml(text, builder, CancellationToken.None).Read() ? Shown(builder) : null;
    }

    private static string Slowly(string feed)
    {
        var builder = Builder();
        using var reader = WellFormedXml.Open(feed);
        return WellFormedXml.Read(reader, builder, CancellationToken.None) is XmlException fault ? fault.Message : Shown(builder);
    }

    private static FeedBuilder Builder()
    {
        var cleaner = new HtmlCleaner();
        return new(new Uri("https://d.example/feed"), new EntryMaker(TimeZoneInfo.Utc, cleaner), cleaner);
    }

    private static string Shown(FeedBuilder builder) =>
        JsonSerializer.Serialize(new { builder.Format, builder.Title, builder.Hints.TimeToLive, builder.Entries });
}
