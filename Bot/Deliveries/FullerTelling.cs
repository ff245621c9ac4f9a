using Bot.Bulletins;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Another source tells more of a story that chats were already told: their alert becomes one for the fuller bulletin, and an update is owed.
/// Only where that bulletin matches every topic of the one that they got, so that nobody is told of what they don't follow.
/// </summary>
internal static class FullerTelling
{
    /// <summary>As with stories: so many times the text is clearly more.</summary>
    private const double ClearlyMore = 1.3;

    /// <param name="fuller">Its matches are stored.</param>
    /// <returns>How many updates are newly owed.</returns>
    public static async Task<int> Owe(BotDb db, BulletinRow fuller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await (from d in db.Set<DeliveryRow>()
                          join b in db.Set<BulletinRow>() on d.BulletinId equals b.Id
                          where d.StoryId == fuller.StoryId && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Sent && b.Id != fuller.Id
                          select b).AsNoTracking().Distinct().ToListAsync(cancellationToken);
        var moved = 0;
        BulletinFace? before = null;
        foreach (var bulletin in told.Where(b => Length(fuller) > Length(b) * ClearlyMore))
        {
            var count = await Move(db, fuller, bulletin.Id, cancellationToken);
            moved += count;
            before = count > 0 ? new BulletinFace(bulletin.Title, bulletin.Summary, fuller.Link) : before;
        }

        return moved == 0 ? 0 : await FanOut.OweUpdates(db, fuller.Id, Change.Between(before!, fuller), now, cancellationToken);
    }

    /// <summary>A chat that is being told right now keeps its alert as it is.</summary>
    private static Task<int> Move(BotDb db, BulletinRow fuller, long told, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET "BulletinId" = {fuller.Id}
            WHERE "StoryId" = {fuller.StoryId} AND "BulletinId" = {told} AND "Kind" = {(int)DeliveryKind.Alert} AND "State" = {(int)DeliveryState.Sent} AND "LeaseOwner" IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM matches m WHERE m."BulletinId" = {told}
                        AND NOT EXISTS (SELECT 1 FROM matches n WHERE n."BulletinId" = {fuller.Id} AND n."TopicId" = m."TopicId"))
            """,
            cancellationToken);

    private static int Length(BulletinRow bulletin) => bulletin.Paragraphs.Sum(p => p.Length);
}
