using Bot.Bulletins;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Health;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>
/// One reading of one source: fetch, read, take in. Each document is taken in by a transaction of its own; the last one also moves the
/// source's position, so a crash costs at most reading again what was read.
/// </summary>
internal sealed partial class SourceRun(
    SourceCatalogue catalogue,
    BotDbFactory databases,
    Fetcher fetcher,
    DocumentReaders readers,
    DocumentIntake intake,
    IOptions<SourcesOptions> options,
    TimeProvider clock,
    ILogger<SourceRun> logger)
{
    /// <summary>So many publications tell a rhythm.</summary>
    private const int NewestLooked = 20;

    public async Task Read(string sourceId, CancellationToken cancellationToken)
    {
        if (catalogue.Find(sourceId) is not { } source || await Start(source, cancellationToken) is not { } start)
        {
            return;
        }

        switch (await fetcher.Fetch(source, start.Position, cancellationToken))
        {
            case FetchResult.Fetched(var documents, var position, var problems):
                foreach (var problem in problems)
                {
                    Log.FileSkipped(logger, source.Id, problem.Reason);
                }

                var hints = await TakeIn(source, start.IsFirst, documents, cancellationToken);
                await Succeeded(source, position, hints, cancellationToken);
                break;

            case FetchResult.Unchanged(var position):
                await Succeeded(source, position, PollHints.None, cancellationToken);
                break;

            case FetchResult.Failed failed:
                await Failed(source, failed, cancellationToken);
                break;

            default:
                throw new InvalidOperationException("A fetch ends in one of three ways.");
        }
    }

    /// <summary>
    /// A source with a schedule is read when it says; one with an interval rests longer only after failures; one with neither follows its
    /// own rhythm. A folder on this machine never needs a rest.
    /// </summary>
    private bool IsResting(SourceDefinition source, SourceRow row) =>
        source.Schedule is null
        && (source.Every is null || (row.FailuresInARow > 1 && source.Location.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        && row.NextPollAt > clock.GetUtcNow();

    /// <returns>Null while the source rests.</returns>
    private async Task<(SourcePosition Position, bool IsFirst)?> Start(SourceDefinition source, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        return row is not null && IsResting(source, row)
            ? null
            : (await SourcePositions.Load(db, source.Id, ofFolder: source.Kind == SourceKind.Pages, cancellationToken), row?.FirstReadAt is null);
    }

    /// <returns>When the newest document asks to be looked at again.</returns>
    private async Task<PollHints> TakeIn(SourceDefinition source, bool isFirst, IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var results = documents.Select(d => readers.Read(d, source, cancellationToken)).ToList();
        var alerts = isFirst ? FirstAlerts(source, results) : [.. results.Select(r => r.Entries.Count)];
        for (var i = 0; i < documents.Count; i++)
        {
            var (document, result) = (documents[i], results[i]);
            var fresh = await intake.Take(source, document, result, alerts[i], cancellationToken);
            if (result.Error is { } error)
            {
                Log.Unreadable(logger, source.Id, document.Location, error);
            }
            else if (fresh > 0)
            {
                Log.Taken(logger, source.Id, fresh, document.Location);
            }
        }

        return results.Count > 0 ? results[^1].Hints : PollHints.None;
    }

    /// <summary>
    /// A first reading finds mostly old things: only the newest become alerts, counted from the newest document back. A newspaper page
    /// is one thing, so the newest page counts whole.
    /// </summary>
    private int[] FirstAlerts(SourceDefinition source, List<ReadResult> results)
    {
        var left = source.FirstRead ?? options.Value.FirstReadAlerts;
        var alerts = new int[results.Count];
        for (var i = results.Count - 1; i >= 0 && left > 0; i--)
        {
            var count = results[i].Entries.Count;
            alerts[i] = source.Kind == SourceKind.Pages && source.FirstRead is null && i == results.Count - 1 ? count : Math.Min(left, count);
            left -= alerts[i];
        }

        return alerts;
    }

    private async Task Succeeded(SourceDefinition source, SourcePosition position, PollHints hints, CancellationToken cancellationToken) =>
        await Change(source, async (db, row) =>
        {
            var wasFailing = row.LastError is not null;
            var newest = await db.Set<BulletinRow>().Where(b => b.SourceId == source.Id && b.PublishedAt != null)
                .OrderByDescending(b => b.SeenAt).Take(NewestLooked).Select(b => b.PublishedAt!.Value).ToListAsync(cancellationToken);
            SourceProgress.Succeeded(row, source, options.Value, position, hints, newest, clock.GetUtcNow(), Random.Shared.NextDouble());
            if (wasFailing)
            {
                Log.Back(logger, source.Id);
            }
        }, cancellationToken);

    private async Task Failed(SourceDefinition source, FetchResult.Failed failed, CancellationToken cancellationToken) =>
        await Change(source, (_, row) =>
        {
            if (row.LastError != failed.Reason)
            {
                Log.Failed(logger, source.Id, failed.Reason);
            }

            SourceProgress.Failed(row, source, options.Value, failed, clock.GetUtcNow(), Random.Shared.NextDouble());
            return Task.CompletedTask;
        }, cancellationToken);

    private async Task Change(SourceDefinition source, Func<BotDb, SourceRow, Task> change, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<SourceRow>().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        if (row is null)
        {
            row = new SourceRow { Id = source.Id };
            db.Add(row);
        }

        await change(db, row);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Count} new from {Document}")]
        public static partial void Taken(ILogger logger, string source, int count, string document);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Document} could not be read and is set aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string source, string document, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: a file was left out: {Reason}")]
        public static partial void FileSkipped(ILogger logger, string source, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} could not be read and is tried again at its next time: {Reason}")]
        public static partial void Failed(ILogger logger, string source, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Source} can be read again")]
        public static partial void Back(ILogger logger, string source);
    }
}
