using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

/// <summary>Servers that hang, never end, break off, or stand where nobody may look.</summary>
public sealed class HostilePlaceTests : FetchTest
{
    private const string Feed = "<rss version='2.0'><channel><title>t</title></channel></rss>";

    [Fact]
    public async Task A_server_that_never_answers_ends_in_a_timeout()
    {
        Site.On("/hang", (_, answer) => answer.Hang());
        Assert.Equal(FetchFailure.TimedOut, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/hang"))).Kind);
    }

    [Fact]
    public async Task A_body_that_drips_ends_in_a_timeout()
    {
        Site.On("/drip", async (_, answer) =>
        {
            await answer.Head(200, ("Content-Type", "text/xml"));
            while (true)
            {
                await answer.Raw([(byte)' ']);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, answer.Stopped);
            }
        });
        Assert.Equal(FetchFailure.TimedOut, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/drip"))).Kind);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        Site.On("/endless", async (_, answer) =>
        {
            await answer.Head(200, ("Content-Type", "text/xml"));
            while (true)
            {
                await answer.Raw(new byte[8192]);
            }
        });
        Assert.Equal(FetchFailure.TooLarge, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/endless"))).Kind);
    }

    [Fact]
    public async Task A_reset_and_nonsense_are_a_broken_connection()
    {
        Site.On("/reset", async (_, answer) =>
        {
            await answer.Head(200, ("Content-Length", "100"));
            await answer.Raw([1, 2, 3]);
            answer.Reset();
        });
        Site.On("/nonsense", (_, answer) => answer.Raw("what do you want\r\n\r\n"u8.ToArray()));
        Assert.Equal(FetchFailure.Broken, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/reset"))).Kind);
        Assert.Equal(FetchFailure.Broken, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/nonsense"))).Kind);
    }

    [Fact]
    public async Task A_closed_port_and_an_unknown_host_are_told_apart()
    {
        var closed = Site.Url("/");
        await Site.DisposeAsync();
        var refused = Assert.IsType<FetchResult.Failed>(await Fetch(closed));
        Assert.Equal(FetchFailure.Unreachable, refused.Kind);
        Assert.Contains("refuses the connection", refused.Reason.ToString(), StringComparison.Ordinal);
        Assert.Contains("no host named", Assert.IsType<FetchResult.Failed>(await Fetch("http://no-such-host.invalid/")).Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_settings_name_it()
    {
        Setting("Sources:AllowedNetworks:0", "10.255.0.0/16");
        Site.Page("/feed", Feed);
        foreach (var location in (string[])[Site.Url("/feed"), $"http://localhost:{Site.Port}/feed", $"http://[::ffff:127.0.0.1]:{Site.Port}/feed", $"http://2130706433:{Site.Port}/feed", $"http://0x7f.1:{Site.Port}/feed"])
        {
            var failed = Assert.IsType<FetchResult.Failed>(await Fetch(location));
            Assert.Equal(FetchFailure.Forbidden, failed.Kind);
            Assert.Contains("private", failed.Reason.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(Site.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        Setting("Sources:AllowedNetworks:0", "127.0.0.1");
        Site.Redirect("/a", 302, $"http://127.0.0.2:{Site.Port}/b");
        Assert.Equal(FetchFailure.Forbidden, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/a"))).Kind);
    }
}
