using Quartz;

namespace Bot.Pipeline;

/// <summary>The clockwork beside the sources: digests, and what is trimmed.</summary>
internal static class Ticks
{
    public const string Group = "ticks";

    public static void AddTicks(this IQuartzBuilder quartz)
    {
        quartz.ScheduleJob<PlansJob>(
            trigger => trigger.WithIdentity(PlansJob.Name, Group)
                .WithSchedule(CronScheduleBuilder.Create(PlansJob.Cron).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity(PlansJob.Name, Group));
    }
}
