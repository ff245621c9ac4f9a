using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

/// <summary>Where redirects lead.</summary>
public sealed class RedirectTests : FetchTest
{
    private const string Feed = "<rss version='2.0'><channel><title>t</title></channel></rss>";

    [Fact]
    public async Task Redirects_are_followed_to_the_document()
    {
        Site.Redirect("/a", 302, "/b");
        Site.Redirect("/b", 307, Site.Url("/c"));
        Site.Page("/c", Feed);
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/a")));
        Assert.Equal(Site.Url("/c"), fetched.Documents[0].Location);
        Assert.Null(fetched.Position.MovingTo);
    }

    [Fact]
    public async Task A_permanent_redirect_counts_after_it_has_held_for_a_day()
    {
        Site.Redirect("/old", 301, "/new");
        Site.Page("/new", Feed);
        var first = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/old"))).Position;
        Assert.Equal((Site.Url("/new"), null), (first.MovingTo, first.MovedTo));
        Clock.Advance(TimeSpan.FromHours(23));
        var second = Assert.IsType<FetchResult.Unchanged>(await Fetch(Site.Url("/old"), first)).Position;
        Assert.Null(second.MovedTo);
        Clock.Advance(TimeSpan.FromHours(1));
        var third = Assert.IsType<FetchResult.Unchanged>(await Fetch(Site.Url("/old"), second)).Position;
        Assert.Equal(Site.Url("/new"), third.MovedTo);
        var asked = Site.Requests.Count;
        await Fetch(Site.Url("/old"), third);
        Assert.Equal("/new", Site.Requests.Skip(asked).Single().Path);
    }

    [Fact]
    public async Task A_permanent_redirect_that_ends_is_forgotten()
    {
        Site.Page("/old", Feed);
        var position = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/old"), new SourcePosition { MovingTo = "http://x.example/", MovingSince = Clock.GetUtcNow().AddDays(-3) })).Position;
        Assert.Null(position.MovingTo);
    }

    [Theory]
    [InlineData("/loop")]
    [InlineData("/endless0")]
    public async Task Redirects_in_circles_end(string path)
    {
        Site.Redirect("/loop", 302, "/loop");
        for (var i = 0; i < 30; i++)
        {
            Site.Redirect($"/endless{i}", 302, $"/endless{i + 1}");
        }

        Assert.Equal(FetchFailure.RedirectLoop, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url(path))).Kind);
        Assert.InRange(Site.Requests.Count, 1, 6);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task A_redirect_out_of_the_web_is_not_followed(string target)
    {
        Site.Redirect("/a", 302, target);
        Assert.Equal(FetchFailure.Forbidden, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/a"))).Kind);
    }
}
