using Bot.Deliveries;
using Quartz;

namespace Bot.Pipeline;

/// <summary>Trims once a day, at a quiet hour; one node does it. Running twice trims nothing more.</summary>
[DisallowConcurrentExecution]
internal sealed class TrimmingJob(Trimming trimming, JobClaims claims) : IJob
{
    public const string Name = "trimming";

    public const string Cron = "0 20 3 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await claims.Take($"{Ticks.Group}/{Name}", context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken))
        {
            await trimming.Trim(cancellationToken);
        }
    }
}
