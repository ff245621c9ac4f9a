using Quartz;

namespace Bot.Pipeline;

/// <summary>One source, read once. Two runs of the same source never overlap; running twice does no harm.</summary>
[DisallowConcurrentExecution]
internal sealed class SourceJob(SourceRun run, JobClaims claims) : IJob
{
    public const string Group = "sources";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var source = context.JobDetail.Key.Name;
        if (await claims.Take($"{Group}/{source}", context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken))
        {
            await run.Read(source, cancellationToken);
        }
    }
}
