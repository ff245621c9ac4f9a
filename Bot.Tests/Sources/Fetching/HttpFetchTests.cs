using System.Text;
using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

/// <summary>What is asked for, what is answered, and when it may be asked again.</summary>
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
}
