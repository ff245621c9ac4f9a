using Bot.Bulletins.Facts;
using Bot.Bulletins.Stories;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins.Lifecycle;

/// <summary>
/// Links the bulletins that tell one document's life: draft, final text, amendment, repeal, interpretation. Whichever is read first, the
/// later one points back. Two documents that only share a name, of organs in different places, stay apart.
/// </summary>
internal static class DocumentLife
{
    /// <summary>A document that is often spoken of; the newest are linked.</summary>
    private const int MostLinks = 8;

    /// <summary>A revision's links take the place of those before it. Saved with the caller's transaction.</summary>
    public static async Task Keep(BotDb db, BulletinRow bulletin, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        await db.Set<BulletinLinkRow>().Where(l => l.LaterId == bulletin.Id || l.EarlierId == bulletin.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<DocumentStandingRow>().Where(d => d.BulletinId == bulletin.Id).ExecuteDeleteAsync(cancellationToken);
        var reference = DocumentReference.Of(bulletin.Title, bulletin.Paragraphs);
        if (reference is not { Name: { } name, Stage: not DocumentStage.Unknown })
        {
            return;
        }

        var standing = new DocumentStandingRow { BulletinId = bulletin.Id, Name = name, Stage = reference.Stage, At = bulletin.PublishedAt ?? bulletin.SeenAt };
        foreach (var other in await Others(db, bulletin, standing, facts, cancellationToken))
        {
            var isLater = IsLater(standing, other);
            if (DocumentReference.Follows(Of(isLater ? standing : other), Of(isLater ? other : standing)))
            {
                db.Add(new BulletinLinkRow { LaterId = isLater ? bulletin.Id : other.BulletinId, EarlierId = isLater ? other.BulletinId : bulletin.Id });
            }
        }

        db.Add(standing);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<DocumentStandingRow>> Others(
        BotDb db, BulletinRow bulletin, DocumentStandingRow standing, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        var named = await (from d in db.Set<DocumentStandingRow>().AsNoTracking()
                           join b in db.Set<BulletinRow>().AsNoTracking() on d.BulletinId equals b.Id
                           where d.Name == standing.Name && d.Stage != standing.Stage && d.BulletinId != bulletin.Id && b.StoryId != bulletin.StoryId && b.StoryId == b.Id
                           orderby d.At descending
                           select new { Standing = d, b.Regions }).Take(MostLinks).ToListAsync(cancellationToken);
        var issuers = (await KeptFacts.Of(db, [.. named.Select(n => n.Standing.BulletinId)], cancellationToken));
        var ours = Issuers(facts);
        return [.. named.Where(n => ours.Overlaps(Issuers(issuers[n.Standing.BulletinId])) || !Apart(bulletin.Regions, n.Regions)).Select(n => n.Standing)];
    }

    private static HashSet<string> Issuers(IEnumerable<Fact> facts) =>
        facts.Where(f => f.Kind == FactKind.Issuer).Select(f => f.Value).ToHashSet(StringComparer.Ordinal);

    private static bool Apart(List<string> here, List<string> there) => here.Count > 0 && there.Count > 0 && !here.Intersect(there).Any();

    /// <summary>On the same day, as the stages follow each other.</summary>
    private static bool IsLater(DocumentStandingRow standing, DocumentStandingRow than) =>
        standing.At == than.At ? standing.Stage > than.Stage : standing.At > than.At;

    private static DocumentReference Of(DocumentStandingRow standing) => new(standing.Stage, standing.Name);
}
