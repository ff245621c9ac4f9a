using Bot.Sources;
using Bot.Sources.Identity;

namespace Bot.Tests.Sources.Identity;

public sealed class IdentityTests
{
    private static readonly DateTimeOffset _day = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("HTTPS://C.Example/a", "https://c.example/a")]
    [InlineData("https://c.example:443/a", "https://c.example/a")]
    [InlineData("http://c.example:80/a", "http://c.example/a")]
    [InlineData("http://c.example:8080/a", "http://c.example:8080/a")]
    [InlineData("https://c.example", "https://c.example/")]
    [InlineData("https://c.example/a#part", "https://c.example/a")]
    [InlineData("https://c.example/#/article/1", "https://c.example/#/article/1")]
    [InlineData("https://c.example/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z", "https://c.example/a?id=7")]
    [InlineData("https://c.example/a?spm=1.2.3", "https://c.example/a")]
    [InlineData("https://c.example/A/b?B=1&a=2", "https://c.example/A/b?B=1&a=2")]
    [InlineData("https://c.example./a", "https://c.example/a")]
    [InlineData("https://法院.example/a", "https://xn--nww899f.example/a")]
    [InlineData("urn:x", "urn:x")]
    public void One_page_has_one_link(string written, string canonical) => Assert.Equal(canonical, CanonicalLink.Of(written));

    [Fact]
    public void An_id_survives_a_changed_title_link_and_text() =>
        Assert.IsType<EntryNews.Revised>(EntryComparison.Of(new Entry { Key = "1", Title = "new", Link = "https://c.example/new" }, [Known("1", "old", "https://c.example/old")]));

    [Fact]
    public void An_article_survives_a_changed_id_where_everything_else_is_the_same()
    {
        var known = Known("1", "title", "https://c.example/a?utm_source=x");
        Assert.IsType<EntryNews.Renamed>(EntryComparison.Of(new Entry { Key = "2", Title = "Title", Link = "https://c.example/a" }, [known]));
        Assert.IsType<EntryNews.New>(EntryComparison.Of(new Entry { Key = "2", Title = "title", Link = "https://c.example/b" }, [known]));
        Assert.IsType<EntryNews.Same>(EntryComparison.Of(new Entry { Key = "1", Title = "title" }, [known]));
    }

    [Fact]
    public void What_vanishes_from_the_middle_was_withdrawn_and_what_falls_off_the_end_was_not()
    {
        Entry[] shown = [Shown("4", 4), Shown("2", 2)];
        KnownEntry[] known = [Known("1", "1", null, 1), Known("2", "2", null, 2), Known("3", "3", null, 3)];
        Assert.Equal("3", Assert.Single(EntryComparison.Withdrawn(shown, known)).Key);
        Assert.Empty(EntryComparison.Withdrawn([], known));
    }

    [Fact]
    public void A_first_read_alerts_of_the_newest_alone() =>
        Assert.Equal(["5", "4"], EntryComparison.FirstAlerts([.. Enumerable.Range(1, 5).Select(i => Shown($"{i}", i))], 2).Select(e => e.Key));

    private static Entry Shown(string key, int day) => new() { Key = key, Title = key, Published = _day.AddDays(day) };

    private static KnownEntry Known(string key, string title, string? link, int day = 0) => new(key, title, link, EntryIdentity.Digest(title, []), _day.AddDays(day));
}
