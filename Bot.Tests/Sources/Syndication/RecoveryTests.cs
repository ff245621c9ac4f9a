using System.Text;

namespace Bot.Tests.Sources.Syndication;

/// <summary>Whole entries out of documents whose frame is broken.</summary>
public sealed class RecoveryTests
{
    private const string Open = "<rss version='2.0'><channel><title>t</title>";
    private const string Close = "</channel></rss>";

    [Theory]
    [InlineData("<br />\n<b>Warning</b>: no database<br />\n<?xml version='1.0'?>" + Open + "<item><title>甲</title></item><item><title>乙</title></item>" + Close)]
    [InlineData("<html><body>" + Open + "<item><title>甲</title></item><item><title>乙</title></item>" + Close + "</body></html>")]
    [InlineData(Open + Close + "<item><title>甲</title></item><item><title>乙</title></item>")]
    [InlineData(Open + "<item><title><![CDATA[甲</title></item><item><title><![CDATA[乙]]></title></item><item>&" + Close)]
    [InlineData(Open + "<item><title>甲</title></item><item><title><![CDATA[乙</title></item>" + Close)]
    [InlineData(Open + "<item><title>甲</ title></item><item><title>乙</title ></item>" + Close)]
    public void Every_whole_entry_is_recovered(string feed) =>
        Assert.Equal(["甲", "乙"], Feeds.Read(feed).Entries.Select(e => e.Title));

    [Fact]
    public void What_follows_an_open_element_that_holds_nothing_stands_beside_it()
    {
        var entry = Assert.Single(Feeds.Read(Open + "<item><title>甲</title><enclosure url=http://a.example/x.mp3 type=audio/mpeg><link>https://a.example/1</link></item>" + Close).Entries);
        Assert.Equal("https://a.example/1", entry.Link);
        entry = Assert.Single(Feeds.Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://a.example/2'><title>乙</title></entry></feed>").Entries);
        Assert.Equal(("乙", "https://a.example/2"), (entry.Title, entry.Link));
    }

    [Fact]
    public void Angle_brackets_within_a_text_are_text()
    {
        var entry = Assert.Single(Feeds.Read(Open + "<item><title>3 < 5, x<y</title><description>a<b, then <b>bold</b></description></item>" + Close).Entries);
        Assert.Equal("3 < 5, x<y", entry.Title);
        Assert.Equal("a<b, then bold", Assert.Single(entry.Paragraphs));
    }

    [Fact]
    public void A_few_broken_bytes_do_not_make_utf_8_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-8'?>" + Open + "<item><title>司法公报"), 0xE6, 0xB3, .. Encoding.UTF8.GetBytes("</title></item><item><title>第二则</title></item>" + Close)];
        var result = Feeds.Read(bytes);
        Assert.Equal(["司法公报\uFFFD", "第二则"], result.Entries.Select(e => e.Title));
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public void A_page_that_shows_how_a_feed_looks_is_no_feed() =>
        Assert.NotNull(Feeds.Read("<!doctype html><html><body><pre>&lt;rss version=\"2.0\"&gt;&lt;channel&gt;</pre></body></html>").Error);
}
