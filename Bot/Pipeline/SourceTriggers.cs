using Bot.Sources;
using Quartz;

namespace Bot.Pipeline;

/// <summary>When a source is read. Whatever was missed while the program was off or busy is made up for by one run.</summary>
internal static class SourceTriggers
{
    /// <summary>How often a source without a schedule of its own is asked whether it is due.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    public static ITrigger For(SourceDefinition source, TimeProvider clock)
    {
        var trigger = TriggerBuilder.Create(clock).WithIdentity(source.Id, SourceJob.Group);
        if (source.Schedule is { } cron)
        {
            return trigger
                .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(source.TimeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
        }

        return trigger
            .StartNow()
            .WithSimpleSchedule(s => s.WithInterval(source.Every ?? Tick).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
    }

    /// <summary>Whether a scheduled time has passed since the source was last read to its end; a source never read is due.</summary>
    public static bool IsDueAtStart(SourceDefinition source, DateTimeOffset? lastRead, DateTimeOffset now) =>
        source.Schedule is { } cron
        && (lastRead is null || new CronExpression(cron, source.TimeZone).GetNextValidTimeAfter(lastRead.Value) <= now);

    /// <returns>What is wrong with a cron expression, in English; null when nothing is.</returns>
    public static string? FaultOf(string cron)
    {
        try
        {
            _ = new CronExpression(cron);
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
