using System.Runtime.CompilerServices;
using Bot.Bulletins;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Topics;

/// <summary>The archived bulletins as rules see them, streamed in batches and worked on by all cores.</summary>
internal sealed class Archive(BotDbFactory databases, BulletinText texts)
{
    private const int Batch = 200;

    /// <param name="from">Bulletins that were published since; where they have no date, first seen since.</param>
    /// <param name="withFacts">As <see cref="BulletinText.Of"/>.</param>
    /// <param name="each">Called from many threads.</param>
    public async Task ForEach(
        DateTimeOffset from, bool withFacts, Action<BulletinRow, RuleText> each, IProgress<TrialProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var window = Window(db, from);
        var total = progress is null ? 0 : await window.CountAsync(cancellationToken);
        var done = 0;
        progress?.Report(new TrialProgress(0, total));
        await Parallel.ForEachAsync(Batches(window, cancellationToken), cancellationToken, (rows, _) =>
        {
            foreach (var row in rows)
            {
                each(row, texts.Of(row, withFacts));
            }

            progress?.Report(new TrialProgress(Math.Min(Interlocked.Add(ref done, rows.Count), total), total));
            return ValueTask.CompletedTask;
        });
    }

    public async Task<IReadOnlyDictionary<long, BulletinRow>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<BulletinRow>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
    }

    private static async IAsyncEnumerable<List<BulletinRow>> Batches(IQueryable<BulletinRow> window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<BulletinRow>(Batch);
        await foreach (var row in window.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == Batch)
            {
                yield return rows;
                rows = new List<BulletinRow>(Batch);
            }
        }

        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    private static IQueryable<BulletinRow> Window(BotDb db, DateTimeOffset from) =>
        db.Set<BulletinRow>().AsNoTracking().Where(b => (b.PublishedAt != null && b.PublishedAt >= from) || (b.PublishedAt == null && b.SeenAt >= from));
}
