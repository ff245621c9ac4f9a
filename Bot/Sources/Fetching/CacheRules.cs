using System.Net.Http.Headers;

namespace Bot.Sources.Fetching;

/// <summary>When a server wants to be asked again.</summary>
internal static class CacheRules
{
    /// <summary>Longer wishes are mistakes of configuration more often than wishes.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    /// <summary>By Cache-Control's max-age (less the Age that a cache added), else by Expires; null where the server says nothing or forbids caching.</summary>
    public static DateTimeOffset? NotBefore(HttpResponseMessage response, DateTimeOffset now)
    {
        var control = response.Headers.CacheControl;
        if (control is { NoCache: true } or { NoStore: true })
        {
            return null;
        }

        var fresh = control?.MaxAge is { } age ? age - (response.Headers.Age ?? TimeSpan.Zero)
            : response.Content.Headers.Expires is { } expires ? expires - (response.Headers.Date ?? now)
            : TimeSpan.Zero;
        return fresh <= TimeSpan.Zero ? null : now + (fresh > _longest ? _longest : fresh);
    }

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait is null || wait < TimeSpan.Zero ? null : wait > _longest ? _longest : wait;
    }
}
