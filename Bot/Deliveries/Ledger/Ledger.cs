using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>For each bulletin and each chat, what happened when, or why nothing did.</summary>
internal sealed class Ledger(BotDbFactory databases, TimeProvider clock)
{
    private const int MostLines = 200;

    /// <summary>What is due and has not left for so long is stuck.</summary>
    private static readonly TimeSpan _stuck = TimeSpan.FromMinutes(10);

    /// <summary>A weekly digest and a holiday; what is gathered longer waits for nothing.</summary>
    private static readonly TimeSpan _gathered = TimeSpan.FromDays(18);

    public async Task<BulletinRow?> Bulletin(long id, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<BulletinRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<MatchRow>> Matches(long bulletinId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<MatchRow>().AsNoTracking().Where(m => m.BulletinId == bulletinId).OrderBy(m => m.TopicId).ToListAsync(cancellationToken);
    }

    /// <summary>Everybody who got the bulletin's story or is owed it, then the followers of its topics who are not, each with the reason.</summary>
    public async Task<IReadOnlyList<LedgerLine>> OfBulletin(BulletinRow bulletin, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var owed = await Lines(db, d => d.Where(x => x.StoryId == bulletin.StoryId).OrderBy(x => x.ChatId).ThenBy(x => x.Id), cancellationToken);
        var matches = db.Set<MatchRow>().Where(m => m.BulletinId == bulletin.Id);
        var deliveries = db.Set<DeliveryRow>().Where(d => d.StoryId == bulletin.StoryId);
        var left = await (from s in db.Set<SubscriptionRow>().AsNoTracking()
                          join m in matches on s.TopicId equals m.TopicId
                          join c in db.Set<ChatRow>() on s.ChatId equals c.Id
                          where !deliveries.Any(d => d.ChatId == s.ChatId)
                          orderby s.ChatId
                          select new { Chat = c, Follow = s, m.MatchedAt, m.OwedAt }).Take(MostLines).ToListAsync(cancellationToken);
        return [.. owed, .. left.GroupBy(l => l.Chat.Id).Select(chat => new LedgerLine
        {
            ChatId = chat.Key,
            Channel = chat.First().Chat.Channel,
            Address = chat.First().Chat.Address,
            ChatState = chat.First().Chat.State,
            BulletinId = bulletin.Id,
            Title = bulletin.Title,
            PublishedAt = bulletin.PublishedAt,
            SeenAt = bulletin.SeenAt,
            MatchedAt = chat.First().MatchedAt,
            WhyNot = chat.Select(l => Why(bulletin, l.Chat, l.Follow, l.OwedAt)).Max(),
        })];
    }

    /// <summary>The newest of one chat.</summary>
    public async Task<IReadOnlyList<LedgerLine>> OfChat(long chatId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await Lines(db, d => d.Where(x => x.ChatId == chatId).OrderByDescending(x => x.Id), cancellationToken);
    }

    /// <summary>The chat by its number, or by <c>channel:address</c>.</summary>
    public async Task<ChatRow?> Chat(string named, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var chats = db.Set<ChatRow>().AsNoTracking();
        var colon = named.IndexOf(':', StringComparison.Ordinal);
        var (channel, address) = colon > 0 ? (named[..colon], named[(colon + 1)..]) : ("", "");
        return long.TryParse(named, out var id)
            ? await chats.SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            : await chats.SingleOrDefaultAsync(c => c.Channel == channel && c.Address == address, cancellationToken);
    }

    /// <summary>What is due and has not left, what may have arrived, and what waits for a digest that does not come; of chats that can be reached.</summary>
    public async Task<IReadOnlyList<LedgerLine>> Stuck(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var (due, gathered) = (now - _stuck, now - _gathered);
        var active = db.Set<ChatRow>().Where(c => c.State == ChatState.Active);
        return await Lines(
            db,
            d => d.Where(x => active.Any(c => c.Id == x.ChatId)
                && (((x.State == DeliveryState.Pending || x.State == DeliveryState.Sending) && x.DueAt < due)
                    || x.State == DeliveryState.Unknown
                    || (x.State == DeliveryState.Gathered && x.DigestId == null && x.CreatedAt < gathered))).OrderBy(x => x.DueAt).ThenBy(x => x.Id),
            cancellationToken);
    }

    private static WhyNot Why(BulletinRow bulletin, ChatRow chat, SubscriptionRow follow, DateTimeOffset? owedAt) => chat.State switch
    {
        ChatState.Stopped => WhyNot.ChatStopped,
        ChatState.Suspended or ChatState.Barred => WhyNot.ChatSuspended,
        ChatState.Resting => WhyNot.ChatResting,
        _ when follow.CreatedAt > bulletin.SeenAt => WhyNot.FollowedLater,
        _ when follow.MutedUntil > bulletin.SeenAt => WhyNot.Muted,
        _ when !FollowLimits.Parse(follow.Limits).Allow(bulletin.SourceId, bulletin.Regions) => WhyNot.Limited,
        _ when owedAt is null || owedAt < follow.ChangedAt || owedAt < chat.ActiveSince => WhyNot.TakenSilently,
        _ => WhyNot.Missing,
    };

    private static async Task<IReadOnlyList<LedgerLine>> Lines(BotDb db, Func<IQueryable<DeliveryRow>, IQueryable<DeliveryRow>> which, CancellationToken cancellationToken)
    {
        var matches = db.Set<MatchRow>();
        return await (from d in which(db.Set<DeliveryRow>().AsNoTracking()).Take(MostLines)
                      join c in db.Set<ChatRow>() on d.ChatId equals c.Id
                      join b in db.Set<BulletinRow>() on d.BulletinId equals b.Id into found
                      from b in found.DefaultIfEmpty()
                      select new LedgerLine
                      {
                          ChatId = c.Id,
                          Channel = c.Channel,
                          Address = c.Address,
                          ChatState = c.State,
                          BulletinId = d.BulletinId,
                          Title = b == null ? null : b.Title,
                          PublishedAt = b == null ? null : b.PublishedAt,
                          SeenAt = b == null ? null : b.SeenAt,
                          MatchedAt = matches.Where(m => m.BulletinId == d.BulletinId).Min(m => (DateTimeOffset?)m.MatchedAt),
                          QueuedAt = d.CreatedAt,
                          SentAt = d.SentAt,
                          ReadAt = d.ReadAt,
                          MessageId = d.MessageId,
                          Kind = d.Kind,
                          State = d.State,
                          Attempts = d.Attempts,
                          Digest = d.Digest,
                          DigestId = d.DigestId,
                          Reason = d.Reason,
                      }).ToListAsync(cancellationToken);
    }
}
