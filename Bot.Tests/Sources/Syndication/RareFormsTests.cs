namespace Bot.Tests.Sources.Syndication;

/// <summary>What few publishers write, and readers of feeds understand all the same.</summary>
public sealed class RareFormsTests
{
    [Theory]
    [InlineData("<title>On the &amp;lt;marquee&amp;gt; tag</title>", "On the <marquee> tag")]
    [InlineData("<title>Read &amp;lt;b&amp;gt;this&amp;lt;/b&amp;gt; first</title>", "Read this first")]
    [InlineData("<title>Line &amp;lt;br&amp;gt; and line</title>", "Line and line")]
    public void A_tag_that_is_only_spoken_of_stays_in_a_title(string xml, string title) => Assert.Equal(title, Feeds.Item(xml).Title);

    [Fact]
    public void What_markup_of_the_feed_itself_escapes_is_text() =>
        Assert.Equal("On the <marquee> tag", Feeds.AtomEntry("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>On <i>the</i> &lt;marquee&gt; tag</div></title>").Title);

    [Fact]
    public void A_tag_that_is_only_spoken_of_stays_in_a_text() =>
        Assert.Equal("Close each <p> yourself", Assert.Single(Feeds.Item("<title>t</title><description>Close each &amp;lt;p&amp;gt; yourself</description>").Paragraphs));

    [Fact]
    public void Old_atom_s_plain_text_is_taken_at_its_word() =>
        Assert.Equal("On the <marquee> tag", Assert.Single(Feeds.Read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title type='text/plain'>On the &lt;marquee&gt; tag</title></entry></feed>").Entries).Title);

    [Theory]
    [InlineData("<content type='xhtml'>\n<div xmlns='http://www.w3.org/1999/xhtml'><p>a</p><div>b</div></div>\n</content>", "<p>a</p><div>b</div>")]
    [InlineData("<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a</h:p></h:div></content>", "<p>a</p>")]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:base='https://b.example/d/'><a href='x'>a</a></div></content>", "<a href=\"https://b.example/d/x\" rel=\"noopener noreferrer\">a</a>")]
    [InlineData("<content type='html'>&lt;div&gt;a&lt;/div&gt;</content>", "<div>a</div>")]
    [InlineData("<content type='xhtml'>&lt;b&gt;escaped&lt;/b&gt; after all</content>", "<b>escaped</b> after all")]
    [InlineData("<content type='xhtml'><![CDATA[<p>escaped</p>]]></content>", "<p>escaped</p>")]
    public void The_element_that_holds_atom_s_markup_together_is_no_part_of_it(string xml, string html) =>
        Assert.Equal(html, Feeds.AtomEntry("<title>t</title>" + xml).Html);

    [Fact]
    public void A_base_within_content_ends_with_it() =>
        Assert.Equal("https://feed.example/x", Feeds.AtomEntry("<title>t</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:base='https://b.example/'>a</div></content><link href='/x'/>").Link);

    [Theory]
    [InlineData("<content type='image/png'>iVBORw0KGgoAAAANSUhEUg==</content><summary>s</summary>")]
    [InlineData("<content type='application/pdf'>JVBERgAAAQIDBA==</content><summary>s</summary>")]
    public void Content_that_is_no_text_is_passed_over(string xml) => Assert.Equal(["s"], Feeds.AtomEntry("<title>t</title>" + xml).Paragraphs);

    [Fact]
    public void Of_several_forms_of_one_content_the_richest_counts() =>
        Assert.Equal("<b>rich</b>", Assert.Single(Feeds.Read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>t</title><content type='multipart/alternative'><content type='text/plain'>poor</content><content type='text/html' mode='escaped'>&lt;b&gt;rich&lt;/b&gt;</content></content></entry></feed>").Entries).Html);

    [Fact]
    public void An_address_alone_is_no_author() => Assert.Null(Feeds.AtomEntry("<title>t</title><author><uri>https://c.example/</uri></author>").Author);

    [Theory]
    [InlineData("<m:category xmlns:m='http://search.yahoo.com/mrss/'>Harbour</m:category>", "Harbour")]
    [InlineData("<i:category xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd' text='Law'><i:category text='Courts'/></i:category><category>Port</category>", "Law|Courts|Port")]
    public void Categories_of_extensions_are_tags(string xml, string tags) => Assert.Equal(tags, string.Join('|', Feeds.Item("<title>t</title>" + xml).Tags));

    [Theory]
    [InlineData("https://c.example/id/7", "https://c.example/a", "https://c.example/id/7")]
    [InlineData("https://c.example/a", "https://c.example/a", "https://c.example/a")]
    [InlineData("https://c.example/a?utm_source=x", "https://c.example/a", "https://c.example/a")]
    [InlineData("item7", "https://c.example/a", "https://c.example/a")]
    public void Rdf_says_what_an_entry_is_known_by(string about, string link, string key) =>
        Assert.Equal(key, Assert.Single(Feeds.Read($"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>t</title></channel><item rdf:about='{about}'><title>a</title><link>{link}</link></item></rdf:RDF>", location: "/config/feed.xml").Entries).Key);

    [Theory]
    [InlineData("<CHANNEL HREF='https://c.example/'><ITEM><A HREF='https://c.example/a'/><TITLE>a</TITLE></ITEM></CHANNEL>")]
    [InlineData("<Channel href='https://c.example/'><Item href='https://c.example/a'><Title>a</Title></Item></Channel>")]
    public void A_channel_definition_names_its_addresses_in_several_ways(string xml) => Assert.Equal("https://c.example/a", Assert.Single(Feeds.Read(xml).Entries).Link);

    [Theory]
    [InlineData("<title><![cdata[a]]></title>", "a")]
    [InlineData("<title>a\u000Bb</title>", "a b")]
    [InlineData("<title>a &#55356;&#57225; b</title>", "a 🎉 b")]
    [InlineData("<title>a &amp;#xD83C;&amp;#xDF89; b</title>", "a 🎉 b")]
    [InlineData("<title>a &#55356; b</title>", "a \uFFFD b")]
    public void Text_is_found_behind_what_breaks_xml(string xml, string title) => Assert.Equal(title, Feeds.Item(xml).Title);

    [Theory]
    [InlineData("""{"items":[{"title":"t","url":"https://c.example/a"}]}""", "https://c.example/a", null)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":NaN,"title":"t"}]}""", "NaN", null)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"t","_rank":-Infinity,"author":{"url":"mailto:me@c.example?subject=x"}}]}""", "1", "me@c.example")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"t","author":{"url":"https://c.example/","name":"Wang Wu"}}]}""", "1", "Wang Wu")]
    public void A_json_feed_may_leave_much_out_and_write_it_oddly(string json, string key, string? author)
    {
        var entry = Assert.Single(Feeds.Read(json).Entries);
        Assert.Equal((key, author), (entry.Key, entry.Author));
    }
}
