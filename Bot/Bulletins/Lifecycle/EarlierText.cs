using Bot.Bulletins.Stories;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins.Lifecycle;

/// <summary>What a bulletin points back to.</summary>
/// <param name="At">When it was published, or else first seen.</param>
internal sealed record EarlierText(long LaterId, long Id, string? Title, DocumentStage Stage, DateTimeOffset At)
{
    /// <summary>By the later bulletin, the newest first.</summary>
    public static async Task<ILookup<long, EarlierText>> Of(BotDb db, IReadOnlyCollection<long> laterIds, CancellationToken cancellationToken)
    {
        var earlier = await (from link in db.Set<BulletinLinkRow>()
                             join bulletin in db.Set<BulletinRow>() on link.EarlierId equals bulletin.Id
                             join standing in db.Set<DocumentStandingRow>() on link.EarlierId equals standing.BulletinId
                             where laterIds.Contains(link.LaterId)
                             orderby standing.At descending, standing.BulletinId descending
                             select new EarlierText(link.LaterId, bulletin.Id, bulletin.Title, standing.Stage, standing.At)).ToListAsync(cancellationToken);
        return earlier.ToLookup(e => e.LaterId);
    }
}
