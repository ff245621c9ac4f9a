using System.IO.Compression;
using System.Text;
using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

public sealed class HttpFetchTests : FetchTest
{
    private const string Feed = "<rss version='2.0'><channel><title>t</title></channel></rss>";

    private static readonly byte[] _feed = Encoding.UTF8.GetBytes(Feed);

    [Fact]
    public async Task A_document_comes_with_its_claims_and_a_position()
    {
        Site.Page("/feed", Feed, "text/xml; charset=GBK", 200, ("ETag", "\"v1\""), ("Last-Modified", "Thu, 19 Nov 2026 10:20:00 GMT"));
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
        var document = Assert.Single(fetched.Documents);
        Assert.Equal((Site.Url("/feed"), "text/xml", "GBK"), (document.Location, document.MediaType, document.Charset));
        Assert.Equal(_feed, document.Bytes);
        Assert.Equal(Clock.GetUtcNow(), document.FetchedAt);
        Assert.Equal(("\"v1\"", "Thu, 19 Nov 2026 10:20:00 GMT", document.Sha256), (fetched.Position.ETag, fetched.Position.LastModified, fetched.Position.BodySha256));
        Assert.StartsWith("Faxun/", Assert.Single(Site.Requests).Headers["user-agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_document_is_asked_for_on_condition()
    {
        Site.On("/feed", (request, answer) => request.Headers.GetValueOrDefault("if-none-match") == "\"v1\"" && request.Headers.ContainsKey("if-modified-since")
            ? answer.Send(304, [])
            : answer.Send(200, _feed, ("ETag", "\"v1\""), ("Last-Modified", "Thu, 19 Nov 2026 10:20:00 GMT")));
        var first = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
        var second = Assert.IsType<FetchResult.Unchanged>(await Fetch(Site.Url("/feed"), first.Position));
        Assert.Equal(first.Position.ETag, second.Position.ETag);
    }

    [Fact]
    public async Task A_server_that_ignores_conditions_is_found_out_by_the_body()
    {
        Site.Page("/feed", Feed);
        var first = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
        Assert.IsType<FetchResult.Unchanged>(await Fetch(Site.Url("/feed"), first.Position));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw-deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("unannounced")]
    [InlineData("not packed")]
    public async Task A_packed_document_is_unpacked(string packing)
    {
        var header = packing switch { "raw-deflate" => "deflate", "unannounced" => "identity", "not packed" => "gzip", _ => packing };
        Site.Page("/feed", Pack(_feed, packing), headers: ("Content-Encoding", header));
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
        Assert.Equal(_feed, fetched.Documents[0].Bytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    public async Task A_compressed_bomb_is_cut_off(string packing)
    {
        Site.Page("/bomb", Pack(new byte[64 * 1024 * 1024], packing), headers: ("Content-Encoding", packing));
        Assert.Equal(FetchFailure.TooLarge, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/bomb"))).Kind);
    }

    [Theory]
    [InlineData("gzip", new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("br", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("zstd", new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 9, 9, 9, 9 })]
    [InlineData("lzma", new byte[] { 1, 2, 3, 4, 5 })]
    [InlineData("gzip,gzip,gzip,gzip", new byte[] { 1 })]
    public async Task What_cannot_be_unpacked_is_said_so(string packing, byte[] body)
    {
        Site.Page("/bad", body, headers: ("Content-Encoding", packing));
        Assert.Equal(FetchFailure.BadCompression, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/bad"))).Kind);
    }

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

    [Theory]
    [InlineData(404, FetchFailure.NotFound)]
    [InlineData(410, FetchFailure.Gone)]
    [InlineData(401, FetchFailure.Unauthorized)]
    [InlineData(403, FetchFailure.Forbidden)]
    [InlineData(429, FetchFailure.TooManyRequests)]
    [InlineData(500, FetchFailure.ServerError)]
    [InlineData(503, FetchFailure.ServerError)]
    [InlineData(418, FetchFailure.OtherStatus)]
    public async Task Each_refusal_has_its_own_words(int status, object kind)
    {
        Site.Page("/x", "sorry", "text/html", status, ("Retry-After", "120"));
        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/x")));
        Assert.Equal(((FetchFailure)kind, TimeSpan.FromMinutes(2)), (failed.Kind, failed.RetryAfter));
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_moment_s_failure_is_tried_again()
    {
        var times = 0;
        Site.On("/feed", (_, answer) => times++ == 0 ? answer.Send(502, []) : answer.Send(200, _feed));
        Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
    }

    [Fact]
    public async Task A_server_s_cache_rules_set_when_it_may_be_asked_again()
    {
        Site.Page("/feed", Feed, "text/xml", 200, ("Cache-Control", "max-age=1800"), ("Age", "600"));
        Assert.Equal(Clock.GetUtcNow().AddMinutes(20), Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed"))).Position.NotBefore);
    }

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

    [Fact]
    public async Task A_host_gets_no_more_requests_at_once_than_the_setting_says()
    {
        Setting("Sources:RequestsPerHost", "2");
        Site.On("/feed", async (_, answer) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, answer.Stopped);
            await answer.Send(200, _feed);
        });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Fetch(Site.Url("/feed"))));
        Assert.Equal(2, Site.MostOpen);
        Assert.Equal(12, Site.Requests.Count);
    }

    [Fact]
    public async Task The_caller_s_cancellation_is_no_failure_of_the_source()
    {
        Site.On("/hang", (_, answer) => answer.Hang());
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher.Fetch(
            new() { Id = "s", Name = "s", Kind = Bot.Sources.SourceKind.Syndication, Location = Site.Url("/hang") }, SourcePosition.Start, cancel.Token));
    }

    private static byte[] Pack(byte[] bytes, string packing)
    {
        foreach (var layer in packing.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream stream = layer switch
            {
                "gzip" or "x-gzip" or "unannounced" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "raw-deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "zstd" => new ZstdSharp.CompressionStream(packed, leaveOpen: true),
                _ => new BufferedStream(packed),
            })
            {
                stream.Write(bytes);
                stream.Flush();
                if (layer == "not packed")
                {
                    return packed.ToArray();
                }
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }
}
