namespace Bot.Tests.Sources.Syndication;

public sealed class TitleTests
{
    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("  Spaced \n  out ", "Spaced out")]
    [InlineData("AT&amp;T", "AT&T")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("AT&amp;amp;amp;T", "AT&T")]
    [InlineData("<![CDATA[AT&amp;T]]>", "AT&T")]
    [InlineData("<![CDATA[<b>Bold</b> &mdash; move]]>", "Bold — move")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; move", "Bold move")]
    [InlineData("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt;", "Bold")]
    [InlineData("关于印发&lt;办法&gt;的通知", "关于印发<办法>的通知")]
    [InlineData("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2")]
    [InlineData("I &lt;3 law", "I <3 law")]
    [InlineData("&#8220;Quoted&#8221; &#x2014; &amp;#39;it&amp;#39;s&amp;#39;", "“Quoted” — 'it's'")]
    [InlineData("&#20013;&#22269;", "中国")]
    [InlineData("Smart &#145;quotes&#146;", "Smart ‘quotes’")]
    [InlineData("non&#160;breaking&amp;nbsp;space", "non breaking space")]
    [InlineData("法院<br/>通报", "法院 通报")]
    [InlineData("<em>markup</em> of <b>its</b> own", "markup of its own")]
    [InlineData("one <!-- a comment --> two", "one two")]
    [InlineData("one&lt;!-- a comment --&gt; two", "one two")]
    public void A_title_of_rss_is_clean_text(string xml, string title) => Assert.Equal(title, Feeds.Item($"<title>{xml}</title>").Title);

    [Theory]
    [InlineData("<title>History of the &lt;blink&gt; tag</title>", "History of the <blink> tag")]
    [InlineData("<title type='text'>Example &lt;b&gt;Atom&lt;/b&gt;</title>", "Example <b>Atom</b>")]
    [InlineData("<title type='html'>Example &lt;b&gt;Atom&lt;/b&gt;</title>", "Example Atom")]
    [InlineData("<title type='html'>Less: &amp;lt;</title>", "Less: <")]
    [InlineData("<title type='html'><![CDATA[Less: &lt; &amp; <i>more</i>]]></title>", "Less: < & more")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Less: &lt; <em>more</em></div></title>", "Less: < more")]
    [InlineData("<title type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>Pre<x:b>fixed</x:b></x:div></title>", "Prefixed")]
    [InlineData("<title type='text/plain'>a &lt; b</title>", "a < b")]
    [InlineData("<title></title><title>second</title>", "second")]
    [InlineData("<title>first</title><title>second</title>", "first")]
    public void A_title_of_atom_follows_its_type(string xml, string title) => Assert.Equal(title, Feeds.AtomEntry(xml).Title);

    [Theory]
    [InlineData("<title mode='escaped' type='text/html'>Example &lt;b&gt;Atom&lt;/b&gt;</title>", "Example Atom")]
    [InlineData("<title mode='xml' type='application/xhtml+xml'><b xmlns='http://www.w3.org/1999/xhtml'>Bold</b></title>", "Bold")]
    [InlineData("<title mode='base64' type='text/html'>RXhhbXBsZSA8Yj5BdG9tPC9iPg==</title>", "Example Atom")]
    [InlineData("<title mode='escaped'>Example &amp;amp; more</title>", "Example & more")]
    [InlineData("<title>Naked</title>", "Naked")]
    public void A_title_of_old_atom_follows_its_mode(string xml, string title)
    {
        var result = Feeds.Read($"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>{xml}</entry></feed>");
        Assert.Equal(title, Assert.Single(result.Entries).Title);
    }

    [Theory]
    [InlineData("<dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<title/><dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<title>Own</title><dc:title>Dublin</dc:title>", "Own")]
    [InlineData("<image><title>Not this</title></image><title>This</title>", "This")]
    [InlineData("<source url='x'>Not this</source><title>This</title>", "This")]
    [InlineData("<m:group xmlns:m='http://search.yahoo.com/mrss/'><m:title>Not this</m:title></m:group><title>This</title>", "This")]
    [InlineData("<TITLE>Loud</TITLE>", "Loud")]
    public void The_entry_s_own_title_comes_first(string xml, string title) => Assert.Equal(title, Feeds.Item(xml).Title);
}
