namespace Bot.Tests.Sources.Syndication;

public sealed class EntryFieldTests
{
    [Theory]
    [InlineData("<link>https://c.example/a</link>", "https://c.example/a")]
    [InlineData("<link> \n https://c.example/a \n </link>", "https://c.example/a")]
    [InlineData("<link><![CDATA[https://c.example/a?x=1&y=2]]></link>", "https://c.example/a?x=1&y=2")]
    [InlineData("<link>https://c.example/a?x=1&amp;y=2</link>", "https://c.example/a?x=1&y=2")]
    [InlineData("<link>https://c.example/a?x=1&amp;amp;y=2</link>", "https://c.example/a?x=1&y=2")]
    [InlineData("<guid>https://c.example/a</guid>", "https://c.example/a")]
    [InlineData("<guid isPermaLink='true'>https://c.example/a</guid>", "https://c.example/a")]
    [InlineData("<guid isPermaLink='false'>https://c.example/a</guid>", null)]
    [InlineData("<guid>urn:x</guid>", null)]
    [InlineData("<guid>https://c.example/g</guid><link>https://c.example/a</link>", "https://c.example/a")]
    [InlineData("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='alternate' href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link>https://proxy.example/1</link><f:origLink xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>https://c.example/a</f:origLink>", "https://c.example/a")]
    [InlineData("<link>/relative/a</link>", "https://feed.example/relative/a")]
    [InlineData("<link>//c.example/a</link>", "https://c.example/a")]
    [InlineData("<link href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link>www.c.example/a</link>", "http://www.c.example/a")]
    [InlineData("<link></link><guid>https://c.example/a</guid>", "https://c.example/a")]
    [InlineData("<comments>https://c.example/no</comments>", null)]
    public void The_link_of_an_rss_item_is_where_the_article_is(string xml, string? link) => Assert.Equal(link, Feeds.Item("<title>x</title>" + xml).Link);

    [Theory]
    [InlineData("<link href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link rel='self' href='https://c.example/s'/><link rel='alternate' href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link rel='enclosure' href='https://c.example/e'/><link href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link rel='alternate' type='application/pdf' href='https://c.example/p'/><link rel='alternate' type='text/html' href='https://c.example/a'/>", "https://c.example/a")]
    [InlineData("<link rel='alternate' href='https://c.example/a'/><link rel='alternate' href='https://c.example/b'/>", "https://c.example/a")]
    [InlineData("<link href='a'/>", "https://feed.example/a")]
    [InlineData("<link rel='enclosure'>https://c.example/e</link><link rel='alternate'>https://c.example/a</link>", "https://c.example/a")]
    [InlineData("<link xml:base='https://b.example/d/' href='a'/>", "https://b.example/d/a")]
    [InlineData("<id>https://c.example/a</id>", "https://c.example/a")]
    [InlineData("<id>tag:c.example,2026:1</id>", null)]
    public void The_link_of_an_atom_entry_is_its_alternate(string xml, string? link) => Assert.Equal(link, Feeds.AtomEntry("<title>x</title>" + xml).Link);

    [Fact]
    public void A_base_holds_for_what_is_inside_it_and_no_further()
    {
        var result = Feeds.Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://b.example/x/'><entry xml:base='y/'><title>1</title><link href='a'/></entry><entry><title>2</title><link href='a'/></entry></feed>");
        Assert.Equal(["https://b.example/x/y/a", "https://b.example/x/a"], result.Entries.Select(e => e.Link));
    }

    [Theory]
    [InlineData("https://feed.example/feed.xml", "https://feed.example/a")]
    [InlineData("/config/feed.xml", "https://self.example/a")]
    public void Relative_links_of_atom_are_relative_to_the_document_or_to_what_it_calls_itself(string location, string link) =>
        Assert.Equal(link, Assert.Single(Feeds.Read("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://self.example/feed'/><link href='https://site.example/'/><entry><title>x</title><link href='/a'/></entry></feed>", location: location).Entries).Link);

    [Fact]
    public void Relative_links_of_rss_are_relative_to_the_site() =>
        Assert.Equal("https://site.example/a", Assert.Single(Feeds.Read("<rss version='2.0'><channel><link>https://site.example/news/</link><item><link>/a</link></item></channel></rss>").Entries).Link);

    [Theory]
    [InlineData("description")]
    [InlineData("content:encoded")]
    public void Relative_addresses_in_a_text_of_rss_are_relative_to_the_site_too(string element) =>
        Assert.Contains("href=\"https://site.example/news/a\"", Assert.Single(Feeds.Read($"<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><link>https://site.example/news/</link><item><title>t</title><{element}>&lt;a href='a'&gt;x&lt;/a&gt;</{element}></item></channel></rss>").Entries).Html);

    [Theory]
    [InlineData("<author>me@c.example (Wang Wu)</author>", "Wang Wu")]
    [InlineData("<author>me@c.example</author>", "me@c.example")]
    [InlineData("<author>Wang Wu &lt;me@c.example&gt;</author>", "Wang Wu")]
    [InlineData("<author>王五</author>", "王五")]
    [InlineData("<author>me@c.example Wang Wu</author>", "Wang Wu")]
    [InlineData("<author>Wang Wu, me@c.example</author>", "Wang Wu")]
    [InlineData("<author>mailto:me@c.example</author>", "me@c.example")]
    [InlineData("<author>&lt;me@c.example&gt;</author>", "me@c.example")]
    [InlineData("<author>me@c.example ()</author>", "me@c.example")]
    [InlineData("<author>a@c.example, b@c.example</author>", "a@c.example, b@c.example")]
    [InlineData("<author>News @ Harbour</author>", "News @ Harbour")]
    [InlineData("<author>o'hara@c.example</author>", "o'hara@c.example")]
    [InlineData("<author>~@c.example</author>", "~@c.example")]
    [InlineData("<author>Wang Wu (me@c.example)</author>", "Wang Wu")]
    [InlineData("<author><![CDATA[by <a href='/x'>Wang Wu</a>]]></author>", "by Wang Wu")]
    [InlineData("<dc:creator>王五</dc:creator>", "王五")]
    [InlineData("<dc:creator>王五</dc:creator><dc:creator>赵六</dc:creator>", "王五, 赵六")]
    [InlineData("<author>me@c.example</author><dc:creator>王五</dc:creator>", "王五")]
    [InlineData("<itunes:author xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>王五</itunes:author>", "王五")]
    [InlineData("<author><name>王五</name><email>me@c.example</email></author>", "王五")]
    [InlineData("<a:author xmlns:a='http://www.w3.org/2005/Atom'><a:name>王五</a:name></a:author>", "王五")]
    public void The_author_of_an_rss_item_is_a_name(string xml, string author) => Assert.Equal(author, Feeds.Item(xml).Author);

    [Theory]
    [InlineData("<author><name>王五</name><email>me@c.example</email><uri>https://c.example/</uri></author>", "王五")]
    [InlineData("<author><email>me@c.example</email></author>", "me@c.example")]
    [InlineData("<author><name>王五</name></author><author><name>赵六</name></author>", "王五, 赵六")]
    [InlineData("<author>\n  <name> 王五 </name>\n</author>", "王五")]
    [InlineData("<source><title>s</title><author><name>王五</name></author><id>9</id></source>", "王五")]
    [InlineData("<source><author><name>赵六</name></author></source><author><name>王五</name></author>", "王五")]
    [InlineData("<contributor><name>赵六</name></contributor><author><name>王五</name></author>", "王五")]
    public void The_author_of_an_atom_entry_is_a_name(string xml, string author) => Assert.Equal(author, Feeds.AtomEntry("<title>x</title>" + xml).Author);

    [Theory]
    [InlineData("<category>法院</category><category>检察</category><category>法院</category>", "法院|检察")]
    [InlineData("<dc:subject>法院</dc:subject>", "法院")]
    [InlineData("<category domain='x'><![CDATA[法院 &amp; 检察]]></category>", "法院 & 检察")]
    [InlineData("<itunes:keywords xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>法院，检察, 公安</itunes:keywords>", "法院|检察|公安")]
    public void Categories_are_tags(string xml, string tags) => Assert.Equal(tags, string.Join('|', Feeds.Item(xml).Tags));

    [Fact]
    public void Atom_s_categories_are_their_labels() =>
        Assert.Equal(["法院", "x"], Feeds.AtomEntry("<title>x</title><category term='court' label='法院'/><category term='x' scheme='y'/>").Tags);

    [Theory]
    [InlineData("<pubDate>Thu, 19 Nov 2026 10:20:00 GMT</pubDate>", "2026-11-19T10:20:00+00:00")]
    [InlineData("<dc:date>2026-11-19T10:20:00Z</dc:date>", "2026-11-19T10:20:00+00:00")]
    [InlineData("<dc:date>2020-01-01</dc:date><pubDate>Thu, 19 Nov 2026 10:20:00 GMT</pubDate>", "2026-11-19T10:20:00+00:00")]
    [InlineData("<pubDate>nonsense</pubDate><dc:date>2026-11-19T10:20:00Z</dc:date>", "2026-11-19T10:20:00+00:00")]
    [InlineData("<pubDate>2026-11-19 18:20:00</pubDate>", "2026-11-19T18:20:00+08:00")]
    public void The_publication_date_is_found(string xml, string date) => Assert.Equal(DateTimeOffset.Parse(date, null), Feeds.Item(xml).Published);

    [Theory]
    [InlineData("<published>2026-11-19T10:20:00Z</published><updated>2026-11-20T10:20:00Z</updated>", "2026-11-19T10:20:00Z", "2026-11-20T10:20:00Z")]
    [InlineData("<issued>2026-11-19T10:20:00Z</issued><modified>2026-11-20T10:20:00Z</modified>", "2026-11-19T10:20:00Z", "2026-11-20T10:20:00Z")]
    [InlineData("<created>2026-11-19T10:20:00Z</created>", "2026-11-19T10:20:00Z", null)]
    [InlineData("<updated>2026-11-20T10:20:00Z</updated>", null, "2026-11-20T10:20:00Z")]
    public void Atom_s_two_dates_are_kept_apart(string xml, string? published, string? updated)
    {
        var entry = Feeds.AtomEntry("<title>x</title>" + xml);
        Assert.Equal((Moment(published), Moment(updated)), (entry.Published, entry.Updated));
    }

    [Theory]
    [InlineData("<guid>urn:1</guid><link>https://c.example/a</link>", "urn:1")]
    [InlineData("<link>https://C.example:443/a?utm_source=x&amp;id=1#top</link>", "https://c.example/a?id=1")]
    public void An_entry_is_known_by_its_id_or_else_by_its_link(string xml, string key) => Assert.Equal(key, Feeds.Item(xml).Key);

    [Fact]
    public void An_entry_with_neither_is_known_by_its_text()
    {
        var one = Feeds.Item("<title>Ａ 标题</title><description>正 文</description>");
        var same = Feeds.Item("<title>A标题</title><description>&lt;p&gt;正文&lt;/p&gt;</description>");
        var other = Feeds.Item("<title>A标题</title><description>别文</description>");
        Assert.StartsWith("sha256:", one.Key, StringComparison.Ordinal);
        Assert.Equal(one.Key, same.Key);
        Assert.NotEqual(one.Key, other.Key);
    }

    [Fact]
    public void One_id_for_several_articles_is_none()
    {
        var result = Feeds.Read("<rss version='2.0'><channel><item><guid isPermaLink='false'>1</guid><title>a</title><link>https://c.example/a</link></item><item><guid isPermaLink='false'>1</guid><title>b</title><link>https://c.example/b</link></item></channel></rss>");
        Assert.Equal(["https://c.example/a", "https://c.example/b"], result.Entries.Select(e => e.Key));
        Assert.Single(result.Warnings);
    }

    [Fact]
    public void An_entry_given_twice_counts_once() =>
        Assert.Single(Feeds.Read("<rss version='2.0'><channel><item><guid>1</guid><title>a</title></item><item><guid>1</guid><title>a</title></item></channel></rss>").Entries);

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, null);
}
