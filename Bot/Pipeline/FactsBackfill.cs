using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Pipeline;

/// <summary>
/// Reads the facts of bulletins that were stored without any: by a version that knew none, or fewer kinds. Once after each start, a few at
/// a time and with pauses, so that nobody notices; those in which there is nothing to read are simply looked at again at the next start.
/// </summary>
internal sealed partial class FactsBackfill(BotDbFactory databases, BulletinText texts, TimeProvider clock, ILogger<FactsBackfill> logger) : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <returns>How many bulletins have facts that had none.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var (after, filled) = (0L, 0);
        while (true)
        {
            await using var db = databases.CreateDbContext();
            var rows = await db.Set<BulletinRow>().AsNoTracking()
                .Where(b => b.Id > after && !db.Set<FactRow>().Any(f => f.BulletinId == b.Id))
                .OrderBy(b => b.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                filled += await Fill(row, cancellationToken) ? 1 : 0;
            }

            if (rows.Count < Batch)
            {
                return filled;
            }

            after = rows[^1].Id;
            await Task.Delay(_pause, clock, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(_pause, clock, stoppingToken);
            if (await Run(stoppingToken) is > 0 and var filled)
            {
                Log.Filled(logger, filled);
            }
        }
        catch (System.Data.Common.DbException fault)
        {
            Log.Later(logger, fault);
        }
    }

    /// <summary>Not where a revision or another process was faster: what stands is newer.</summary>
    private async Task<bool> Fill(BulletinRow row, CancellationToken cancellationToken)
    {
        var facts = texts.Facts(row);
        if (facts.Count == 0)
        {
            return false;
        }

        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Set<BulletinRow>().AnyAsync(b => b.Id == row.Id && b.Revision == row.Revision, cancellationToken)
            || await db.Set<FactRow>().AnyAsync(f => f.BulletinId == row.Id, cancellationToken))
        {
            return false;
        }

        try
        {
            await KeptFacts.Keep(db, row.Id, facts, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The facts of {Count} bulletins that had none were read")]
        public static partial void Filled(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "Facts of earlier bulletins could not be read; tried again at the next start")]
        public static partial void Later(ILogger logger, Exception fault);
    }
}
