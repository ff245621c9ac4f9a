using Bot.Bulletins.Stories;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins;

/// <summary>
/// Deletes a bulletin for good. Its story goes on with the other bulletins that tell it, under the oldest of them; what is still owed for
/// the deleted one finds no bulletin any more and is suppressed.
/// </summary>
internal sealed class BulletinRemoval(BotDbFactory databases, StoryIndex stories, TimeProvider clock)
{
    /// <returns>Whether there was such a bulletin.</returns>
    public async Task<bool> Delete(long id, CancellationToken cancellationToken)
    {
        using var turn = await stories.Enter(cancellationToken);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StoryIndex.KeepAlone(db, cancellationToken);
        if (await db.Set<BulletinRow>().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } bulletin)
        {
            return false;
        }

        db.Add(new DeletedBulletinRow
        {
            SourceId = bulletin.SourceId,
            EntryKey = bulletin.EntryKey,
            Fingerprint = bulletin.Fingerprint,
            DeletedAt = clock.GetUtcNow(),
        });
        db.Remove(bulletin);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM matches WHERE \"BulletinId\" = {id}", cancellationToken);
        if (bulletin.StoryId == id)
        {
            await HandOn(db, id, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        stories.Forget(id);
        return true;
    }

    private static async Task HandOn(BotDb db, long story, CancellationToken cancellationToken)
    {
        var next = await db.Set<BulletinRow>().Where(b => b.StoryId == story).OrderBy(b => b.Id).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancellationToken);
        if (next is { } heir)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE bulletins SET \"StoryId\" = {heir} WHERE \"StoryId\" = {story}", cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE deliveries SET \"StoryId\" = {heir} WHERE \"StoryId\" = {story}", cancellationToken);
        }
    }
}
