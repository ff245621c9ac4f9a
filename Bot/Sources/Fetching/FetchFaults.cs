using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;

namespace Bot.Sources.Fetching;

/// <summary>What went wrong, in words that say what to do.</summary>
internal static class FetchFaults
{
    public static FetchResult.Failed OfStatus(HttpResponseMessage response, Uri at, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var wait = CacheRules.RetryAfter(response.Headers.RetryAfter, now);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => new(Said.Of("Fetch_NotFound", at.Host), FetchFailure.NotFound, wait),
            HttpStatusCode.Gone => new(Said.Of("Fetch_Gone", at.Host), FetchFailure.Gone, wait),
            HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired => new(Said.Of("Fetch_Unauthorized", at.Host, status), FetchFailure.Unauthorized, wait),
            HttpStatusCode.Forbidden or (HttpStatusCode)451 => new(Said.Of("Fetch_Refuses", at.Host, status), FetchFailure.Forbidden, wait),
            HttpStatusCode.TooManyRequests => new(Said.Of("Fetch_TooMany", at.Host), FetchFailure.TooManyRequests, wait),
            >= HttpStatusCode.InternalServerError => new(Said.Of("Fetch_ServerError", at.Host, status), FetchFailure.ServerError, wait),
            _ => new(Said.Of("Fetch_OtherStatus", at.Host, status), FetchFailure.OtherStatus, wait),
        };
    }

    /// <summary>Null for what is no fault of the network: a bug, or the caller's own cancellation.</summary>
    public static FetchResult.Failed? Explain(Exception fault, Uri at, bool timedOut, SourcesOptions options, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            return null;
        }

        var host = at.Host;
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ForbiddenAddressException forbidden:
                    return new(Said.Of("Fetch_ForbiddenAddress", forbidden.Host), FetchFailure.Forbidden);
                case TimeoutRejectedException:
                    return new(Said.Of("Fetch_NoAnswer", host, options.AnswerLimit.TotalSeconds), FetchFailure.TimedOut);
                case OperationCanceledException when timedOut:
                    return new(Said.Of("Fetch_TimedOut", host, options.TimeLimit.TotalSeconds), FetchFailure.TimedOut);
                case AuthenticationException:
                    return new(Said.Of("Fetch_Tls", host), FetchFailure.Tls);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new(Said.Of("Fetch_NoHost", host), FetchFailure.Unreachable);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new(Said.Of("Fetch_ConnectionRefused", host), FetchFailure.Unreachable);
                case SocketException:
                    return new(Said.Of("Fetch_Broken", host), FetchFailure.Broken);
                case InvalidDataException or ZstdSharp.ZstdException:
                    return new(Said.Of("Fetch_BadPacking", host), FetchFailure.BadCompression);
                default:
                    break;
            }
        }

        return fault switch
        {
            OperationCanceledException => new(Said.Of("Fetch_NoAnswer", host, options.AnswerLimit.TotalSeconds), FetchFailure.TimedOut),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(Said.Of("Fetch_NoHost", host), FetchFailure.Unreachable),
            HttpRequestException or IOException => new(Said.Of("Fetch_Broken", host), FetchFailure.Broken),
            _ => null,
        };
    }
}
