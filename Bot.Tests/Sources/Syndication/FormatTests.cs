namespace Bot.Tests.Sources.Syndication;

public sealed class FormatTests
{
    [Theory]
    [InlineData("<rss version='0.91'><channel><title>Court</title><item><title>A</title><link>https://c.example/a</link></item></channel></rss>", "rss")]
    [InlineData("<rss version='0.92'><channel><title>Court</title><item><title>A</title><link>https://c.example/a</link></item></channel></rss>", "rss")]
    [InlineData("<rss><channel><title>Court</title></channel><item><title>A</title><link>https://c.example/a</link></item></rss>", "rss")]
    [InlineData("<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><title>Court</title><item><title>A</title><link>https://c.example/a</link></item></channel></rss>", "rss")]
    [InlineData("<r:rss version='2.0' xmlns:r='http://purl.org/rss/1.0/'><r:channel><r:title>Court</r:title><r:item><r:title>A</r:title><r:link>https://c.example/a</r:link></r:item></r:channel></r:rss>", "rss")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='https://c.example/'><title>Court</title><items><rdf:Seq><rdf:li rdf:resource='https://c.example/a'/></rdf:Seq></items></channel><image rdf:about='i'><title>No</title></image><item rdf:about='https://c.example/a'><title>A</title></item></rdf:RDF>", "rdf")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Court</title></channel><item><title>A</title><link>https://c.example/a</link></item></rdf:RDF>", "rdf")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>Court</title><entry><title>A</title><link href='https://c.example/a'/></entry></feed>", "atom")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>Court</a:title><a:entry><a:title>A</a:title><a:link href='https://c.example/a'/></a:entry></a:feed>", "atom")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Court</title><entry><title>A</title><link rel='alternate' type='text/html' href='https://c.example/a'/></entry></feed>", "atom")]
    [InlineData("<feed><title>Court</title><entry><title>A</title><link href='https://c.example/a'/></entry></feed>", "atom")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Court\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"url\":\"https://c.example/a\"}]}", "jsonfeed")]
    [InlineData("{\"items\":[{\"id\":1,\"title\":\"A\",\"url\":\"https://c.example/a\"}],\"title\":\"Court\",\"version\":\"https://jsonfeed.org/version/1.1\"}", "jsonfeed")]
    public void Every_format_gives_the_feed_s_and_the_entry_s_title_and_link(string text, string format)
    {
        var result = Feeds.Read(text);
        Assert.Null(result.Error);
        Assert.Empty(result.Warnings);
        Assert.Equal((format, "Court"), (result.Format, result.Title));
        var entry = Assert.Single(result.Entries);
        Assert.Equal(("A", "https://c.example/a"), (entry.Title, entry.Link));
    }

    [Theory]
    [InlineData("<html><head><title>x</title></head><body>no feed</body></html>")]
    [InlineData("{\"hello\":1}")]
    [InlineData("<opml version='1.0'><body/></opml>")]
    [InlineData("just words")]
    public void What_is_no_feed_is_left_to_other_readers(string text)
    {
        var result = Feeds.Read(text);
        Assert.Empty(result.Entries);
        Assert.Contains("Nothing here can read", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- ", " -->")]
    [InlineData("<?style ", " ?>")]
    [InlineData("<!DOCTYPE rss [ ", " ]>")]
    public void A_feed_behind_a_long_preamble_is_still_a_feed(string start, string end) =>
        Assert.Single(Feeds.Read($"<?xml version='1.0'?>{start}{new string(' ', 20_000)}{end}<rss version='2.0'><channel><item><title>A</title></item></channel></rss>").Entries);

    [Fact]
    public void An_empty_document_says_so() => Assert.Equal("The document is empty.", Feeds.Read(" \n ").Error);

    [Fact]
    public void A_feed_without_entries_is_no_error()
    {
        var result = Feeds.Read("<rss version='2.0'><channel><title>Quiet</title></channel></rss>");
        Assert.Null(result.Error);
        Assert.Empty(result.Entries);
    }

    [Fact]
    public void A_feed_s_wishes_are_kept()
    {
        var hints = Feeds.Read("<rss version='2.0'><channel><title>x</title><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day><day>Feierabend</day></skipDays></channel></rss>").Hints;
        Assert.Equal(TimeSpan.FromMinutes(90), hints.TimeToLive);
        Assert.Equal([0, 3], hints.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], hints.SkipDays);
    }

    [Fact]
    public void The_syndication_module_s_period_is_a_time_to_live() =>
        Assert.Equal(TimeSpan.FromHours(12), Feeds.Read("<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>").Hints.TimeToLive);

    [Fact]
    public void An_entry_document_of_atom_is_a_feed_of_one() =>
        Assert.Equal("A", Assert.Single(Feeds.Read("<entry xmlns='http://www.w3.org/2005/Atom'><title>A</title></entry>").Entries).Title);
}
