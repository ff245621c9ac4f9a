namespace Bot.Tests.Sources.Syndication;

/// <summary>The Channel Definition Format, from before RSS, which some intranets still publish.</summary>
public sealed class ChannelDefinitionTests
{
    [Fact]
    public void Addresses_and_dates_that_stand_in_attributes_are_read()
    {
        var entry = Assert.Single(Feeds.Read("<CHANNEL HREF='https://a.example/'><TITLE>公报</TITLE><ITEM HREF='https://a.example/1' LASTMOD='2026-11-19T10:20+08:00'><TITLE>甲</TITLE><ABSTRACT>乙</ABSTRACT></ITEM></CHANNEL>").Entries);
        Assert.Equal(("甲", "https://a.example/1", "乙"), (entry.Title, entry.Link, Assert.Single(entry.Paragraphs)));
        Assert.Equal(new(2026, 11, 19, 10, 20, 0, TimeSpan.FromHours(8)), entry.Updated);
    }

    [Fact]
    public void An_extension_whose_address_only_resembles_rss_does_not_speak_for_the_feed()
    {
        var result = Feeds.Read("<rss version='2.0' xmlns:own='http://desk.example/rss/ownModule/'><channel><item><own:title>别的</own:title><title>甲</title><own:description>别的</own:description><description>乙</description></item></channel></rss>");
        var entry = Assert.Single(result.Entries);
        Assert.Equal(("甲", "乙"), (entry.Title, Assert.Single(entry.Paragraphs)));
    }
}
