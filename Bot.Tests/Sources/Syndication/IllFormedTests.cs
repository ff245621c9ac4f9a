namespace Bot.Tests.Sources.Syndication;

public sealed class IllFormedTests
{
    private const string Two = "<item><title>One</title><link>https://c.example/1</link></item><item><title>Two</title><link>https://c.example/2</link></item>";

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>T</title><item><title>One & only</title></item><item><title>Two</title></item></channel></rss>", "One & only|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><link>https://c.example/?a=1&b=2</link></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One&nbsp;&mdash;&hellip;</title></item><item><title>Two</title></item></channel></rss>", "One —…|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One<link>https://c.example/1</link></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</titel></title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>On\u0001e</title></item><item><title>Two\u000b</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One&#x1;</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("Warning: mysql\n<?xml version='1.0'?><rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>trailing <junk", "One|Two")]
    [InlineData("<rss version=2.0><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><dc:title>One</dc:title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><description><p>un<br>closed</description></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</TITLE></item><ITEM><title>Two</title></ITEM></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>1 < 2</title></item><item><title>Two</title></item></channel></rss>", "1 < 2|Two")]
    [InlineData("<?xml version='1.1'?><rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<?xml version='1.0'?><?xml version='1.0'?><rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One & only</title></entry><entry><title type='html'>T&lt;b>wo</title></entry></feed>", "One & only|Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><title>x</item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title a='1' a='2'>One</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    [InlineData("<rss version='2.0'><channel><item><title><![CDATA[One]]</title></item><item><title>Two</title></item></channel></rss>", "One|Two")]
    public void Every_whole_entry_of_broken_xml_is_recovered(string xml, string titles)
    {
        var result = Feeds.Read(xml);
        Assert.Null(result.Error);
        Assert.Equal(titles, string.Join('|', result.Entries.Select(e => e.Title)));
        Assert.Contains(result.Warnings, w => w.ToString().Contains("well-formed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<item><title>Three, which is cut")]
    [InlineData("<item><title>Three</title><description>cut off in the mid")]
    [InlineData("<item><title>Three</title><link>https://c.ex")]
    [InlineData("<item><title>Three</title><descript")]
    [InlineData("<item><title>Three</title><description><![CDATA[cut off")]
    [InlineData("<item><title>Three</title><description>cut &am")]
    public void An_entry_that_breaks_off_waits_for_the_next_fetch(string end)
    {
        var result = Feeds.Read($"<rss version='2.0'><channel>{Two}{end}");
        Assert.Equal(["One", "Two"], result.Entries.Select(e => e.Title));
        Assert.Contains(result.Warnings, w => w.ToString().Contains("breaks off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>", "One &b; end")]
    [InlineData("<!DOCTYPE rss [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "One &b; end")]
    [InlineData("<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'>", "One &b; end")]
    public void Entities_of_a_dtd_are_never_expanded(string doctype, string title)
    {
        var result = Feeds.Read($"<?xml version='1.0'?>{doctype}<rss version='2.0'><channel><item><title>One &b; end</title></item></channel></rss>");
        Assert.Equal(title, Assert.Single(result.Entries).Title);
    }

    [Fact]
    public void A_doctype_alone_is_no_fault()
    {
        var result = Feeds.Read($"<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel>{Two}</channel></rss>");
        Assert.Equal(2, result.Entries.Count);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"title\":\"Two\"},{\"id\":\"3\",\"ti", "One|Two")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"On\ne\"},{\"id\":\"2\",\"title\":\"Two\"}]}", "On e|Two")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"title\":\"Two\"}] oops", "One|Two")]
    public void Every_whole_item_of_broken_json_is_recovered(string json, string titles)
    {
        var result = Feeds.Read(json);
        Assert.Equal(titles, string.Join('|', result.Entries.Select(e => e.Title)));
        Assert.Contains(result.Warnings, w => w.ToString().Contains("JSON", StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_ends_in_a_warning_and_not_in_a_crash()
    {
        var result = Feeds.Read($"<rss version='2.0'><channel>{Two}{string.Concat(Enumerable.Repeat("<x>", 100_000))}</channel></rss>");
        Assert.Equal(2, result.Entries.Count);
    }
}
