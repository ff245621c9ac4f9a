using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Bot.Sources.Markup;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>
/// One address over HTTP: conditional, redirects followed by hand so that each is judged, the body bounded after decompression,
/// everything within a time limit.
/// </summary>
internal sealed class HttpFetcher(IHttpClientFactory clients, HostGate gate, IOptions<SourcesOptions> options, TimeProvider clock)
{
    public const string ClientName = "sources";

    private readonly SourcesOptions _options = options.Value;

    public async Task<FetchResult> Fetch(SourceDefinition source, Uri address, SourcePosition position, CancellationToken cancellationToken)
    {
        // The network's time is real time, whatever clock the product goes by.
        using var limit = new CancellationTokenSource(_options.TimeLimit);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var at = position.MovedTo is { } moved && Uri.TryCreate(moved, UriKind.Absolute, out var newer) ? newer : address;
        try
        {
            using var turn = await gate.Enter(WebAddress.HostOf(at), cancellationToken);
            return await Follow(source, at, position, both.Token);
        }
        catch (Exception fault) when (FetchFaults.Explain(fault, at, limit.IsCancellationRequested, _options, cancellationToken) is { } failed)
        {
            return failed;
        }
    }

    private async Task<FetchResult> Follow(SourceDefinition source, Uri start, SourcePosition position, CancellationToken cancellationToken)
    {
        var at = start;
        Uri? permanent = start;
        HashSet<string> visited = [at.AbsoluteUri];
        for (var hop = 0; ; hop++)
        {
            using var request = Request(at, position);
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (Redirect(response) is not { } next)
            {
                return await Answer(source, start, at, permanent, response, position, cancellationToken);
            }

            if (!Uri.TryCreate(at, next, out next) || next.Scheme is not ("http" or "https"))
            {
                return new FetchResult.Failed(Said.Of("Fetch_RedirectScheme", at.Host, next?.Scheme), FetchFailure.Forbidden);
            }

            if (hop == _options.MostRedirects || !visited.Add(next.AbsoluteUri))
            {
                return new FetchResult.Failed(Said.Of("Fetch_RedirectLoop", at.Host, hop + 1), FetchFailure.RedirectLoop);
            }

            permanent = permanent is not null && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect ? next : null;
            at = next;
        }
    }

    private HttpRequestMessage Request(Uri address, SourcePosition position)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoding.Offered);
        if (position.ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", position.ETag);
        }

        if (position.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", position.LastModified);
        }

        return request;
    }

    private static Uri? Redirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.Location
            : null;

    private async Task<FetchResult> Answer(SourceDefinition source, Uri start, Uri at, Uri? permanent, HttpResponseMessage response, SourcePosition position, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchResult.Unchanged(Moved(position, start, permanent, now) with { NotBefore = CacheRules.NotBefore(response, now) });
        }

        if (!response.IsSuccessStatusCode)
        {
            return FetchFaults.OfStatus(response, at, now);
        }

        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (await ContentDecoding.Read(raw, response.Content.Headers.ContentEncoding, _options.LargestDocument, cancellationToken) is not { } bytes)
        {
            return new FetchResult.Failed(Said.Of("Fetch_TooLarge", at.Host, _options.LargestDocument / 1024 / 1024), FetchFailure.TooLarge);
        }

        if (bytes.Length == 0 && response.Content.Headers is { ContentEncoding.Count: > 0, ContentLength: not 0 })
        {
            throw new InvalidDataException(SourcesText.Say("Fetch_BadPacking", at.Host));
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var next = Moved(position, start, permanent, now) with
        {
            ETag = Header(response, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified") ?? Header(response, "Last-Modified"),
            BodySha256 = sha,
            NotBefore = CacheRules.NotBefore(response, now),
        };
        if (sha == position.BodySha256)
        {
            return new FetchResult.Unchanged(next);
        }

        return new FetchResult.Fetched(
            [
                new Document
                {
                    Location = at.AbsoluteUri,
                    Bytes = bytes,
                    MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? ContentDecoding.MediaTypeOf(Header(response.Content.Headers, "Content-Type")),
                    Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\'', ' '),
                    FetchedAt = now,
                    TimeZone = source.TimeZone,
                },
            ],
            next,
            []);
    }

    /// <summary>A permanent redirect counts once it has led to the same place for long enough.</summary>
    private SourcePosition Moved(SourcePosition position, Uri start, Uri? permanent, DateTimeOffset now)
    {
        var target = permanent is null || permanent == start ? null : permanent.AbsoluteUri;
        if (target is null)
        {
            return position with { MovingTo = null, MovingSince = null };
        }

        var since = position.MovingTo == target ? position.MovingSince ?? now : now;
        return now - since >= _options.MoveHolds
            ? position with { MovedTo = target, MovingTo = null, MovingSince = null }
            : position with { MovingTo = target, MovingSince = since };
    }

    private static string? Header(HttpResponseMessage response, string name) => Header(response.Headers, name);

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() is { Length: > 0 and < 1024 } text ? text : null : null;
}
