using Bot.Deliveries;
using Quartz;

namespace Bot.Pipeline;

/// <summary>Makes the digests that are due. Running twice, here or on another node, makes nothing twice: the database decides (docs/decisions/0003).</summary>
[DisallowConcurrentExecution]
internal sealed class PlansJob(DigestPlanner planner) : IJob
{
    public const string Name = "plans";

    /// <summary>Every five seconds: a robot's backlog is merged before its budget is spent, and a digest is in time.</summary>
    public const string Cron = "0/5 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await planner.Tick(cancellationToken);
}
