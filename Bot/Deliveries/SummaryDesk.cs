using System.Threading.Channels;
using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Summaries.Model;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Where a model is set up: new alerts wait a while in the database, meanwhile the model is asked in the languages of those they are for,
/// and they leave as soon as it has answered, or as soon as it hasn't. Whatever fails, or dies, the wait ends by itself and the extract
/// leaves. Urgent alerts never wait.
/// </summary>
internal sealed partial class SummaryDesk(
    BotDbFactory databases, SummaryWriter summaries, IOptions<ModelOptions> options, DeliverySignal signal, TimeProvider clock, ILogger<SummaryDesk> logger) : BackgroundService
{
    /// <summary>Questions at once.</summary>
    private const int Parallel = 4;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>();

    /// <summary>Lets the alerts wait that the document's bulletins were owed since then; within the caller's transaction.</summary>
    /// <returns>What to <see cref="Ask"/> for once it is committed.</returns>
    public async Task<IReadOnlyList<Waiting>> Hold(BotDb db, long documentId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (!summaries.AsksModel)
        {
            return [];
        }

        var until = clock.GetUtcNow() + options.Value.AlertsWait;
        var bulletins = db.Set<BulletinRow>().Where(b => b.DocumentId == documentId).Select(b => b.Id);
        var held = db.Set<DeliveryRow>().Where(d => bulletins.Contains(d.BulletinId) && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Pending
            && d.CreatedAt >= since && d.DueAt <= until && d.Priority > (int)TopicPriority.Urgent);
        var ids = await held.Select(d => d.BulletinId).Distinct().ToListAsync(cancellationToken);
        if (ids.Count > 0)
        {
            await held.ExecuteUpdateAsync(d => d.SetProperty(x => x.DueAt, until), cancellationToken);
        }

        return [.. ids.Select(id => new Waiting(id, until))];
    }

    public void Ask(IEnumerable<Waiting> held)
    {
        foreach (var waiting in held)
        {
            _queue.Writer.TryWrite(waiting);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => System.Threading.Tasks.Parallel.ForEachAsync(
        _queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stoppingToken },
        async (waiting, cancellationToken) =>
        {
            try
            {
                try
                {
                    await Write(waiting, cancellationToken);
                }
                finally
                {
                    await Release(waiting, cancellationToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // One bulletin's alerts leave with the extract when their wait is over; the others go on.
                Log.Faulted(logger, fault, waiting.BulletinId);
            }
        });

    private async Task Write(Waiting waiting, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        if (await db.Set<BulletinRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == waiting.BulletinId, cancellationToken) is { } bulletin)
        {
            var languages = await Alerts(db, waiting).Join(db.Set<ChatRow>(), d => d.ChatId, c => c.Id, (_, c) => c.Language).Distinct().ToListAsync(cancellationToken);
            foreach (var language in languages.Select(LanguageTags.Parse).Distinct())
            {
                await summaries.Write(SummaryInput.Of(bulletin), language, cancellationToken);
            }
        }
    }

    private async Task Release(Waiting waiting, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        await Alerts(db, waiting).Where(d => d.DueAt > now).ExecuteUpdateAsync(d => d.SetProperty(x => x.DueAt, now), cancellationToken);
        signal.Raise();
    }

    private static IQueryable<DeliveryRow> Alerts(BotDb db, Waiting waiting) => db.Set<DeliveryRow>().Where(
        d => d.BulletinId == waiting.BulletinId && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Pending && d.DueAt == waiting.Until);

    /// <summary>A bulletin whose alerts wait until then.</summary>
    internal readonly record struct Waiting(long BulletinId, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The model could not be asked about {Bulletin}; its alerts leave with the extract")]
        public static partial void Faulted(ILogger logger, Exception fault, long bulletin);
    }
}
