using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins.Facts;

/// <summary>The facts that stand in the database beside their bulletins.</summary>
internal static class KeptFacts
{
    /// <summary>A revision's facts take the place of those before it. Saved with the caller's transaction.</summary>
    public static async Task Keep(BotDb db, long bulletinId, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        await db.Set<FactRow>().Where(f => f.BulletinId == bulletinId).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(facts.Select((fact, place) => FactRow.Of(bulletinId, place, fact)));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>By bulletin, in the order in which they were found.</summary>
    public static async Task<ILookup<long, Fact>> Of(BotDb db, IReadOnlyCollection<long> bulletinIds, CancellationToken cancellationToken)
    {
        var rows = await db.Set<FactRow>().AsNoTracking()
            .Where(f => bulletinIds.Contains(f.BulletinId))
            .OrderBy(f => f.BulletinId).ThenBy(f => f.Ordinal)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.BulletinId, r => r.ToFact());
    }
}
