using Bot.Sources;
using Bot.Sources.Fetching;
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

                await TakeIn(source, start.IsFirst, documents, cancellationToken);
                await Succeeded(source, position, cancellationToken);
                break;

            case FetchResult.Unchanged(var position):
                await Succeeded(source, position, cancellationToken);
                break;

            case FetchResult.Failed failed:
                await Failed(source, failed, cancellationToken);
                break;

            default:
                throw new InvalidOperationException("A fetch ends in one of three ways.");
        }
    }

    /// <returns>Null while the source's server, or its own rhythm, asks to be left alone.</returns>
    private async Task<(SourcePosition Position, bool IsFirst)?> Start(SourceDefinition source, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var waits = source.Schedule is null && source.Every is null ? row?.NextPollAt : row?.NotBefore;
        return waits > now
            ? null
            : (await SourcePositions.Load(db, source.Id, ofFolder: source.Kind == SourceKind.Pages, cancellationToken), row?.FirstReadAt is null);
    }

    private async Task TakeIn(SourceDefinition source, bool isFirst, IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var results = documents.Select(d => readers.Read(d, cancellationToken)).ToList();
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

    private async Task Succeeded(SourceDefinition source, SourcePosition position, CancellationToken cancellationToken) =>
        await Change(source, row =>
        {
            if (row.LastError is not null)
            {
                Log.Back(logger, source.Id);
            }

            var now = clock.GetUtcNow();
            position.ApplyTo(row);
            row.FirstReadAt ??= now;
            row.LastSuccessAt = now;
            row.LastError = null;
            row.FailingSince = null;
            row.FailuresInARow = 0;
        }, cancellationToken);

    private async Task Failed(SourceDefinition source, FetchResult.Failed failed, CancellationToken cancellationToken) =>
        await Change(source, row =>
        {
            if (row.LastError != failed.Reason)
            {
                Log.Failed(logger, source.Id, failed.Reason);
            }

            var now = clock.GetUtcNow();
            row.LastError = failed.Reason;
            row.LastErrorAt = now;
            row.FailingSince ??= now;
            row.FailuresInARow++;
            row.NotBefore = failed.RetryAfter is { } wait ? now + wait : row.NotBefore;
        }, cancellationToken);

    private async Task Change(SourceDefinition source, Action<SourceRow> change, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<SourceRow>().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        if (row is null)
        {
            row = new SourceRow { Id = source.Id };
            db.Add(row);
        }

        change(row);
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
