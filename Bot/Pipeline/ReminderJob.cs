using Bot.Deliveries;
using Quartz;

namespace Bot.Pipeline;

/// <summary>Owes the reminders that fell due. The database decides whether this run, or another process's, does it (docs/decisions/0003).</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(ReminderPlanner planner, JobClaims claims) : IJob
{
    private const string Name = "reminders";

    /// <summary>Reminders are due on the hour of some zone; some seconds late is in time.</summary>
    private const string Cron = "0/15 * * * * ?";

    public static void AddTo(IQuartzBuilder quartz) => quartz.ScheduleJob<ReminderJob>(
        trigger => trigger.WithIdentity(Name, Name)
            .WithSchedule(CronScheduleBuilder.Create(Cron).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
        job => job.WithIdentity(Name, Name));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await claims.Take(Name, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken))
        {
            await planner.Plan(cancellationToken);
        }
    }
}
