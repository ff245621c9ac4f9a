using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Who floods waits, and only he: each visitor and each network address has an allowance of its own.</summary>
internal sealed class WebChatPace(IOptions<WebChatOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _speaking = PartitionedRateLimiter.Create<string, string>(visitor =>
        RateLimitPartition.GetTokenBucketLimiter(visitor, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 20,
            TokensPerPeriod = 2,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 10,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    private readonly PartitionedRateLimiter<string> _arriving = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.NewVisitorsAMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>False when even the queue is full.</summary>
    public async Task<bool> MaySpeak(string visitor, CancellationToken cancellationToken)
    {
        using var lease = await _speaking.AcquireAsync(visitor, 1, cancellationToken);
        return lease.IsAcquired;
    }

    public bool MayArrive(HttpContext context)
    {
        using var lease = _arriving.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _speaking.Dispose();
        _arriving.Dispose();
    }
}
