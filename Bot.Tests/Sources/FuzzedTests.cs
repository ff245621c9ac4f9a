using System.Text;
using Bot.Sources;
using Bot.Sources.WebPages;

namespace Bot.Tests.Sources;

/// <summary>What the fuzzer found (docs/fuzzing.md), made small.</summary>
public sealed class FuzzedTests
{
    [Fact]
    public void A_link_whose_host_can_be_no_name_harms_no_entry()
    {
        var result = Feeds.Read("<rss><channel><item><title>甲</title><link>https://a.exa\u00ADm\uFFFDple/1</link></item><item><title>乙</title><link>https://a.example/2</link></item></channel></rss>");
        Assert.Equal(["甲", "乙"], result.Entries.Select(e => e.Title));
    }

    [Fact]
    public void Control_characters_of_both_blocks_are_left_out_of_texts()
    {
        var entry = Assert.Single(Feeds.Read("<rss><channel><item><title>甲\u0081乙\u008D</title><description>&lt;p&gt;丙&#129;\u009D丁&lt;/p&gt;</description></item></channel></rss>").Entries);
        Assert.Equal("甲乙", entry.Title);
        Assert.Equal("丙丁", Assert.Single(entry.Paragraphs));
    }

    [Fact]
    public void Elements_whose_names_no_selector_can_say_are_proposed_by_their_place()
    {
        var links = string.Concat(Enumerable.Range(1, 6).Select(n => $"<a href='/{n}'>一条足够长的标题 {n}</a>"));
        var document = new Document { Location = "https://a.example/", Bytes = Encoding.UTF8.GetBytes($"<!doctype html><ul)>{links}"), FetchedAt = default };
        Assert.Equal(6, Assert.IsType<PageProposal.Selectors>(PageProposal.Of(document)).Sample.Count);
    }

    [Fact]
    public void Halves_of_characters_in_json_harm_no_entry()
    {
        var result = Feeds.Read("""{"version":"https://jsonfeed.org/version/1.1","items":[{"\ud800":1,"id":"1","title":"甲\udc00","tags":["\ud800"],"authors":["\udfff"]},{"id":"2","title":"乙"}]}""");
        Assert.Equal(["1", "2"], result.Entries.Select(e => e.Key));
        Assert.Equal("乙", result.Entries[1].Title);
    }

    [Fact]
    public void Markup_between_escaped_html_is_html_as_well()
    {
        var entry = Feeds.AtomEntry("<content type='html'>&lt;p&gt;甲&lt;/p&gt;<div>&lt;b&gt;乙&lt;/b&gt;</div></content>");
        Assert.Equal(["甲", "乙"], entry.Paragraphs);
    }

    [Fact]
    public void An_entry_with_nothing_that_is_read_is_an_entry_still() =>
        Assert.Equal(2, Feeds.Read("<rss><channel><item><enclosure url='x'/></item><item/><item><title>甲</title></item></channel></rss>").Entries.Count);

    [Fact]
    public void A_link_of_nothing_but_control_characters_is_no_link()
    {
        var entry = Assert.Single(Feeds.Read("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"甲","external_url":"\u0001"}]}""").Entries);
        Assert.Equal("甲", entry.Title);
        Assert.Null(entry.Link);
    }
}
