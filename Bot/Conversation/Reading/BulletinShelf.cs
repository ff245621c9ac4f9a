using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Bulletins as people ask for them.</summary>
internal sealed class BulletinShelf(IDbContextFactory<BotDb> databases)
{
    /// <summary>The newest stories of these topics, newest first; every topic's when none is named.</summary>
    public async Task<IReadOnlyList<BulletinRow>> Latest(IReadOnlyCollection<string> topicIds, int skip, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var matches = db.Set<MatchRow>();
        return await db.Set<BulletinRow>().AsNoTracking()
            .Where(b => b.StoryId == b.Id)
            .Where(b => topicIds.Count == 0
                ? matches.Any(m => m.BulletinId == b.Id)
                : matches.Any(m => m.BulletinId == b.Id && topicIds.Contains(m.TopicId)))
            .OrderByDescending(b => b.SeenAt).ThenByDescending(b => b.Id)
            .Skip(skip).Take(count)
            .ToListAsync(cancellationToken);
    }

    public async Task<BulletinRow?> Find(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<BulletinRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
    }

    /// <summary>In the order of the ids; what is gone is left out.</summary>
    public async Task<IReadOnlyList<BulletinRow>> Find(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<BulletinRow>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    public async Task<AlertDetail> Detail(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await AlertDetail.Of(db, [id], cancellationToken))[id];
    }

    /// <summary>The story's bulletins in other sources.</summary>
    public async Task<IReadOnlyList<Telling>> Elsewhere(BulletinRow bulletin, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return Telling.Elsewhere((await Telling.Of(db, [bulletin.StoryId], cancellationToken))[bulletin.StoryId], bulletin);
    }

    /// <summary>Notes in the chat's deliveries when the text was first asked for.</summary>
    public async Task MarkRead(long chatId, long bulletinId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<DeliveryRow>().Where(d => d.ChatId == chatId && d.BulletinId == bulletinId && d.ReadAt == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.ReadAt, at), cancellationToken);
    }

    public async Task<ILookup<long, MatchRow>> Matches(IReadOnlyCollection<long> bulletinIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<MatchRow>().AsNoTracking().Where(m => bulletinIds.Contains(m.BulletinId)).ToListAsync(cancellationToken);
        return rows.ToLookup(m => m.BulletinId);
    }
}
