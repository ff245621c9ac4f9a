namespace Bot.Tests.Sources.Syndication;

public sealed class ContentTests
{
    [Theory]
    [InlineData("<description>Plain text</description>", "Plain text", null)]
    [InlineData("<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>", "One|Two", "<p>One</p><p>Two</p>")]
    [InlineData("<description><![CDATA[<p>One</p><p>Two</p>]]></description>", "One|Two", "<p>One</p><p>Two</p>")]
    [InlineData("<description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description>", "One", "<p>One</p>")]
    [InlineData("<description><p>One</p><p>Tw<b>o</b></p></description>", "One|Two", "<p>One</p><p>Tw<b>o</b></p>")]
    [InlineData("<description><b>a</b> <i>b</i> <u>c</u></description>", "a b c", "<b>a</b> <i>b</i> <u>c</u>")]
    [InlineData("<description>A &amp;amp; B &lt;br&gt; C</description>", "A & B|C", "A &amp; B <br> C")]
    [InlineData("<description>A &amp; B</description>", "A & B", "A &amp; B")]
    [InlineData("<description>第一段\n\n第二段\n续行</description>", "第一段|第二段续行", null)]
    [InlineData("<description>　　第一段。\n　　第二段。</description>", "第一段。|第二段。", null)]
    [InlineData("<description>summary</description><content:encoded>&lt;p&gt;full&lt;/p&gt;</content:encoded>", "full", "<p>full</p>")]
    [InlineData("<x:body xmlns:x='http://www.w3.org/1999/xhtml'><x:p>full</x:p></x:body><description>summary</description>", "full", "<p>full</p>")]
    [InlineData("<dc:description>from dublin</dc:description>", "from dublin", null)]
    public void The_body_of_an_rss_item_is_paragraphs_and_clean_html(string xml, string paragraphs, string? html)
    {
        var entry = Feeds.Item(xml);
        Assert.Equal((paragraphs, html), (string.Join('|', entry.Paragraphs), entry.Html));
    }

    [Theory]
    [InlineData("<content type='text'>a &lt;b&gt; c</content>", "a <b> c", null)]
    [InlineData("<content>a &lt;b&gt; c</content>", "a <b> c", null)]
    [InlineData("<content type='html'>&lt;p&gt;a&lt;/p&gt;b</content>", "a|b", "<p>a</p>b")]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a &lt; b</p></div></content>", "a < b", "<p>a &lt; b</p>")]
    [InlineData("<content type='application/xhtml+xml'><p xmlns='http://www.w3.org/1999/xhtml'>a</p></content>", "a", "<p>a</p>")]
    [InlineData("<content type='text/html'>&lt;p&gt;a&lt;/p&gt;</content>", "a", "<p>a</p>")]
    [InlineData("<content type='text/plain'>a</content>", "a", null)]
    [InlineData("<content mode='base64' type='text/html'>PHA+YTwvcD4=</content>", "a", "<p>a</p>")]
    [InlineData("<summary>s</summary>", "s", null)]
    [InlineData("<content src='https://c.example/x.pdf' type='application/pdf'/><summary>s</summary>", "s", null)]
    public void The_body_of_an_atom_entry_follows_its_type(string xml, string paragraphs, string? html)
    {
        var entry = Feeds.AtomEntry("<title>t</title>" + xml);
        Assert.Equal((paragraphs, html), (string.Join('|', entry.Paragraphs), entry.Html));
    }

    [Fact]
    public void A_summary_beside_the_content_is_kept_as_a_summary()
    {
        var entry = Feeds.AtomEntry("<title>t</title><summary type='html'>in &lt;b&gt;short&lt;/b&gt;</summary><content type='html'>&lt;p&gt;at length&lt;/p&gt;</content>");
        Assert.Equal("in short", entry.FeedSummary);
    }

    [Theory]
    [InlineData("<a href='x.html'>l</a>", "<a href=\"https://c.example/d/x.html\" rel=\"noopener noreferrer\">l</a>")]
    [InlineData("<img src='/i.png' alt='a'>", "<img src=\"https://c.example/i.png\" alt=\"a\">")]
    [InlineData("<a href='#top'>l</a>", "<a href=\"https://c.example/d/#top\" rel=\"noopener noreferrer\">l</a>")]
    public void Relative_addresses_in_content_become_absolute(string html, string clean) =>
        Assert.Equal(clean, Feeds.AtomEntry($"<title>t</title><content type='html' xml:base='https://c.example/d/'><![CDATA[{html}]]></content>").Html);
}
