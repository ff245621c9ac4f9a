using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Pages.EPaper;
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
    ArticleBodies bodies,
    EditionRun editions,
    SourceLedger ledger,
    IOptions<SourcesOptions> options,
    TimeProvider clock,
    ILogger<SourceRun> logger)
{
    /// <param name="evenResting">Whether it is read although it is not due.</param>
    public async Task Read(string sourceId, CancellationToken cancellationToken, bool evenResting = false)
    {
        if (catalogue.Find(sourceId) is not { } source || await Start(source, evenResting, cancellationToken) is not { } start)
        {
            return;
        }

        if (source.Kind == SourceKind.Pages && EPaperTemplate.Is(source.Location))
        {
            await editions.Read(source, start.Position, start.IsFirst, cancellationToken);
            return;
        }

        switch (await fetcher.Fetch(source, start.Position, cancellationToken))
        {
            case FetchResult.Fetched(var documents, var position, var problems):
                foreach (var problem in problems)
                {
                    Log.FileSkipped(logger, source.Id, problem.Reason);
                }

                await TakeIn(source, start.IsFirst, documents, position, cancellationToken);
                break;

            case FetchResult.Unchanged(var position):
                await ledger.Succeeded(source, position, PollHints.None, cancellationToken);
                break;

            case FetchResult.Failed failed:
                await ledger.Failed(source, failed, cancellationToken);
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
    private async Task<(SourcePosition Position, bool IsFirst)?> Start(SourceDefinition source, bool evenResting, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        return row is not null && !evenResting && IsResting(source, row)
            ? null
            : (await SourcePositions.Load(db, source, cancellationToken), row?.FirstReadAt is null);
    }

    private async Task TakeIn(SourceDefinition source, bool isFirst, IReadOnlyList<Document> documents, SourcePosition position, CancellationToken cancellationToken)
    {
        List<ReadResult> results = [];
        var isAll = true;
        foreach (var document in documents)
        {
            var (result, whole) = await bodies.Follow(source, readers.Read(document, source, cancellationToken), isFirst, cancellationToken);
            results.Add(result);
            isAll &= whole;
        }

        var alerts = isFirst ? FirstAlerts(source, results) : [.. results.Select(r => r.Entries.Count)];
        for (var i = 0; i < documents.Count; i++)
        {
            await TakeIn(source, documents[i], results[i], alerts[i], cancellationToken);
        }

        // A file of a folder that cannot be read harms only itself. Anything else is the whole source: it is not "no news", and it is read again.
        if (source.Kind != SourceKind.Pages && results is [{ Error: { } error } failed])
        {
            await ledger.Failed(source, new(failed.Fault ?? Said.AsIs(error), FetchFailure.Unreadable), cancellationToken);
            return;
        }

        var next = isAll ? position : position with { ETag = null, LastModified = null, BodySha256 = null };
        await ledger.Succeeded(source, next, results.Count > 0 ? results[^1].Hints : PollHints.None, cancellationToken);
    }

    private async Task TakeIn(SourceDefinition source, Document document, ReadResult result, int alerts, CancellationToken cancellationToken)
    {
        var count = await intake.Take(source, document, result, alerts, cancellationToken);
        if (result.Error is { } error)
        {
            Log.Unreadable(logger, source.Id, document.Location, error);
        }
        else if (count != default)
        {
            Log.Taken(logger, source.Id, count.New, count.Revised, count.Withdrawn, document.Location);
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Count} new, {Revised} changed, {Withdrawn} withdrawn from {Document}")]
        public static partial void Taken(ILogger logger, string source, int count, int revised, int withdrawn, string document);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Document} could not be read and is set aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string source, string document, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: a file was left out: {Reason}")]
        public static partial void FileSkipped(ILogger logger, string source, Said reason);
    }
}
