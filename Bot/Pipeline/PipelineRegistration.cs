using Bot.Conversation;
using Bot.Sources.Push;
using Quartz;

namespace Bot.Pipeline;

internal static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton<JobClaims>();
        services.AddSingleton<BulletinReading>();
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton<SourceLedger>();
        services.AddSingleton<ArticleBodies>();
        services.AddSingleton<IPushIntake, PushIntake>();
        services.AddSingleton<EditionRun>();
        services.AddSingleton<SourceRun>();
        services.AddSingleton<ISourceReading, SourceReading>();
        services.AddHostedService<TopicsReload>();
        services.AddSingleton<SetAsideRules>();
        services.AddHostedService<WeeklyTopicAudit>();
        services.AddSingleton<DeliveryAlarm>();
        services.AddHostedService(s => s.GetRequiredService<DeliveryAlarm>());
        services.AddSingleton<FactsBackfill>();
        services.AddHostedService(s => s.GetRequiredService<FactsBackfill>());
        services.AddHostedService<SourceSchedule>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = "faxun");
            // Sources that hang must not keep the others and the ticks waiting: more than may fetch at once (Sources:RequestsAtOnce).
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 100);
            quartz.AddTicks();
            ReminderJob.AddTo(quartz);
        });
        services.Configure<QuartzOptions>(o => o.Scheduling.IgnoreDuplicates = true);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }
}
