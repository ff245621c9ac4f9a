using Bot.Sources;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Bot.Pipeline;

/// <summary>Keeps one Quartz job for each source: adds, replaces and removes them as the catalogue changes.</summary>
internal sealed class SourceSchedule(ISchedulerFactory schedulers, SourceCatalogue catalogue, BotDbFactory databases, TimeProvider clock) : BackgroundService
{
    private readonly Dictionary<string, (string? Cron, TimeSpan? Every, string Zone)> _scheduled = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = catalogue.Changed;
            await Follow(scheduler, catalogue.Sources, stoppingToken);
            await changed.WaitAsync(stoppingToken);
        }
    }

    private async Task Follow(IScheduler scheduler, IReadOnlyList<SourceDefinition> sources, CancellationToken cancellationToken)
    {
        foreach (var gone in _scheduled.Keys.Except(sources.Where(IsTimed).Select(s => s.Id)).ToList())
        {
            await scheduler.DeleteJob(new JobKey(gone, SourceJob.Group), cancellationToken);
            _scheduled.Remove(gone);
        }

        foreach (var source in sources.Where(IsTimed))
        {
            var times = (source.Schedule, source.Every, source.TimeZone.Id);
            if (_scheduled.TryGetValue(source.Id, out var known) && known == times)
            {
                continue;
            }

            var job = JobBuilder.Create<SourceJob>().WithIdentity(source.Id, SourceJob.Group).StoreDurably().Build();
            await scheduler.ScheduleJob(job, [SourceTriggers.For(source, clock)], new ScheduleJobOptions { Replace = true }, cancellationToken);
            if (SourceTriggers.IsDueAtStart(source, await LastRead(source.Id, cancellationToken), clock.GetUtcNow()))
            {
                await scheduler.TriggerJob(job.Key, cancellationToken);
            }

            _scheduled[source.Id] = times;
        }
    }

    private static bool IsTimed(SourceDefinition source) => source is { Kind: not SourceKind.Push, IsPaused: false };

    private async Task<DateTimeOffset?> LastRead(string source, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<SourceRow>().Where(s => s.Id == source).Select(s => s.LastSuccessAt).SingleOrDefaultAsync(cancellationToken);
    }
}
