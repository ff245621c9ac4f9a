using Bot.Bulletins;
using Bot.Sources;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Trims what is older than the settings keep, a batch at a time so that no writer waits long. What guards against repeats stays: that a
/// document was read, each bulletin's key, fingerprint and headline, and every delivery whose story is still told or still owed.
/// </summary>
internal sealed partial class Trimming(BotDbFactory databases, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<Trimming> logger)
{
    private const int Batch = 1000;

    public async Task Trim(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var documents = await Repeat(Documents, now - options.Value.Documents, cancellationToken);
        var deliveries = await Repeat(Deliveries, now - options.Value.Deliveries, cancellationToken);
        var bulletins = await Repeat(Bulletins, now - options.Value.Bulletins, cancellationToken);
        Log.Trimmed(logger, documents, deliveries, bulletins);
    }

    private async Task<int> Repeat(Func<BotDb, DateTimeOffset, CancellationToken, Task<int>> trim, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var all = 0;
        while (true)
        {
            await using var db = databases.CreateDbContext();
            var trimmed = await trim(db, before, cancellationToken);
            all += trimmed;
            if (trimmed < Batch)
            {
                return all;
            }
        }
    }

    private static async Task<int> Documents(BotDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await db.Set<DocumentRow>().Where(d => d.FetchedAt < before && d.Bytes != null).OrderBy(d => d.Id).Take(Batch).Select(d => d.Id).ToListAsync(cancellationToken);
        return ids.Count == 0 ? 0 : await db.Set<DocumentRow>().Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.Bytes, (byte[]?)null), cancellationToken);
    }

    private static async Task<int> Deliveries(BotDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var told = db.Set<BulletinRow>();
        var ids = await Ended(db.Set<DeliveryRow>())
            .Where(d => d.CreatedAt < before && !told.Any(b => b.StoryId == d.StoryId && b.SeenAt >= before))
            .OrderBy(d => d.Id).Take(Batch).Select(d => d.Id).ToListAsync(cancellationToken);
        return ids.Count == 0 ? 0 : await db.Set<DeliveryRow>().Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<int> Bulletins(BotDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var owed = db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending || (d.State == DeliveryState.Gathered && d.DigestId == null));
        var matches = db.Set<MatchRow>();
        var ids = await db.Set<BulletinRow>()
            .Where(b => b.SeenAt < before && (b.Summary != "" || matches.Any(m => m.BulletinId == b.Id)) && !owed.Any(d => d.BulletinId == b.Id))
            .OrderBy(b => b.Id).Take(Batch).Select(b => b.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<MatchRow>().Where(m => ids.Contains(m.BulletinId)).ExecuteDeleteAsync(cancellationToken);
        List<string> none = [];
        var trimmed = await db.Set<BulletinRow>().Where(b => ids.Contains(b.Id)).ExecuteUpdateAsync(b => b
            .SetProperty(x => x.Paragraphs, none)
            .SetProperty(x => x.Summary, "")
            .SetProperty(x => x.Author, (string?)null)
            .SetProperty(x => x.Byline, (string?)null)
            .SetProperty(x => x.Credit, (string?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return trimmed;
    }

    private static IQueryable<DeliveryRow> Ended(IQueryable<DeliveryRow> deliveries) => deliveries.Where(d =>
        d.State == DeliveryState.Sent || d.State == DeliveryState.Unknown || d.State == DeliveryState.Dead || d.State == DeliveryState.Suppressed
        || (d.State == DeliveryState.Gathered && d.DigestId != null));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Trimmed what is older than the settings keep: {Documents} documents' bytes, {Deliveries} deliveries, {Bulletins} bulletins' texts")]
        public static partial void Trimmed(ILogger logger, int documents, int deliveries, int bulletins);
    }
}
