using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Health;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>Writes down how a look at a source went, and tells admins, once each, that it broke and that it is back.</summary>
internal sealed partial class SourceLedger(BotDbFactory databases, NoticeBoard notices, IOptions<SourcesOptions> options, TimeProvider clock, ILogger<SourceLedger> logger)
{
    /// <summary>So many publications tell a rhythm.</summary>
    private const int NewestLooked = 20;

    public Task Succeeded(SourceDefinition source, SourcePosition position, PollHints hints, CancellationToken cancellationToken) =>
        Change(source, async (db, row) =>
        {
            if (row.LastError is not null)
            {
                Log.Back(logger, source.Id);
            }

            if (position.MovedTo is { } moved && moved != row.MovedTo)
            {
                Log.Moved(logger, source.Id, moved);
            }

            var newest = await db.Set<BulletinRow>().Where(b => b.SourceId == source.Id && b.PublishedAt != null)
                .OrderByDescending(b => b.SeenAt).Take(NewestLooked).Select(b => b.PublishedAt!.Value).ToListAsync(cancellationToken);
            return SourceProgress.Succeeded(row, source, options.Value, position, hints, newest, clock.GetUtcNow(), Random.Shared.NextDouble());
        }, cancellationToken);

    /// <summary>Part of a look is done; how the look went is not known yet.</summary>
    public Task Advance(SourceDefinition source, SourcePosition position, CancellationToken cancellationToken) =>
        Change(source, (_, row) =>
        {
            position.ApplyTo(row);
            return Task.FromResult(SourceNotice.None);
        }, cancellationToken);

    /// <summary>Admins are told something about a source, once.</summary>
    public async Task Tell(Said what, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await notices.Post(db, what, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        notices.Raise();
    }

    public Task Failed(SourceDefinition source, FetchResult.Failed failed, CancellationToken cancellationToken) =>
        Change(source, (_, row) =>
        {
            if (row.LastError != failed.Reason.Stored)
            {
                Log.Failed(logger, source.Id, failed.Reason);
            }

            return Task.FromResult(SourceProgress.Failed(row, source, options.Value, failed, clock.GetUtcNow(), Random.Shared.NextDouble()));
        }, cancellationToken);

    private async Task Change(SourceDefinition source, Func<BotDb, SourceRow, Task<SourceNotice>> change, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeOnce(source, change, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two clients that push for the first time at once, or two processes: the other one wrote the source's row in between.
            await ChangeOnce(source, change, cancellationToken);
        }
    }

    /// <summary>The notice is written in the transaction that remembers that it was given.</summary>
    private async Task ChangeOnce(SourceDefinition source, Func<BotDb, SourceRow, Task<SourceNotice>> change, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.Set<SourceRow>().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        if (row is null)
        {
            row = new SourceRow { Id = source.Id };
            db.Add(row);
        }

        row.Location = source.Location;
        var notice = await change(db, row);
        await db.SaveChangesAsync(cancellationToken);
        if (notice != SourceNotice.None)
        {
            await notices.Post(db, Words(source, row, notice), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (notice != SourceNotice.None)
        {
            notices.Raise();
        }
    }

    private static Said Words(SourceDefinition source, SourceRow row, SourceNotice notice) => notice == SourceNotice.Broke
        ? Said.Of("Notice_Broke", source.Name, source.Id, row.FailuresInARow).With(Said.Parse(row.LastError!))
        : Said.Of("Notice_Back", source.Name, source.Id);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} could not be read and is tried again at its next time: {Reason}")]
        public static partial void Failed(ILogger logger, string source, Said reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Source} can be read again")]
        public static partial void Back(ILogger logger, string source);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} has moved for good and is read at {Location} from now on")]
        public static partial void Moved(ILogger logger, string source, string location);
    }
}
