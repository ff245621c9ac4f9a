using Quartz;

namespace Bot.Pipeline;

/// <summary>The clockwork beside the sources: digests, and what is trimmed.</summary>
internal static class Ticks
{
    public const string Group = "ticks";

    public static void AddTicks(this IQuartzBuilder quartz)
    {
        Add<PlansJob>(quartz, PlansJob.Name, PlansJob.Cron);
        Add<TrimmingJob>(quartz, TrimmingJob.Name, TrimmingJob.Cron);
    }

    private static void Add<TJob>(IQuartzBuilder quartz, string name, string cron)
        where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name, Group)
                .WithSchedule(CronScheduleBuilder.Create(cron).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity(name, Group));
}
