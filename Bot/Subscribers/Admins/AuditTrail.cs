using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>Who did what, and when. Rows are only added.</summary>
internal sealed class AuditTrail(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    public const int LongestDetail = 500;

    public async Task Note(string who, string act, string target, string detail, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Add(new AuditRow
        {
            At = clock.GetUtcNow(),
            Who = who,
            Act = act,
            Target = target,
            Detail = detail.Length <= LongestDetail ? detail : detail[..LongestDetail],
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The newest of its kind; null where there is none.</summary>
    public async Task<AuditRow?> LatestOf(string act, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<AuditRow>().AsNoTracking().Where(a => a.Act == act).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> Latest(int skip, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<AuditRow>().AsNoTracking().OrderByDescending(a => a.Id).Skip(skip).Take(count).ToListAsync(cancellationToken);
    }
}
