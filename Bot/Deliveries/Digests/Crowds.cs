using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// A chat whose backlog is more than its channel lets through soon gets it as one list. The dispatcher asks before it sends any of it, so
/// that the list finds budget left; the planner asks from time to time, for what piled up behind a chat that rests.
/// </summary>
internal sealed class Crowds(BotDbFactory databases, TimeProvider clock)
{
    /// <param name="among">The chats that may have too much; null for all of the channel's.</param>
    /// <returns>The chats whose alerts are a list now, and whether their urgent ones are in it, too.</returns>
    public async Task<IReadOnlyDictionary<long, bool>> Gather(IMergesCrowds channel, IReadOnlyCollection<long>? among, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var waiting = db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Pending && d.Kind == DeliveryKind.Alert);
        var asked = among is null ? waiting : waiting.Where(d => among.Contains(d.ChatId));
        var chats = await (from d in asked
                           join c in db.Set<ChatRow>() on d.ChatId equals c.Id
                           where c.Channel == channel.Name && c.State == ChatState.Active
                           group d by d.ChatId into g
                           where g.Count() > channel.MostWaiting
                           select new { ChatId = g.Key, Urgent = g.Count(d => d.Priority == (int)TopicPriority.Urgent) }).ToListAsync(cancellationToken);
        var merged = new Dictionary<long, bool>();
        foreach (var chat in chats)
        {
            var isAll = chat.Urgent > channel.MostWaiting;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await waiting
                .Where(d => d.ChatId == chat.ChatId && (isAll || d.Priority != (int)TopicPriority.Urgent))
                .ExecuteUpdateAsync(d => d
                    .SetProperty(x => x.State, DeliveryState.Gathered)
                    .SetProperty(x => x.Digest, DigestKind.Crowd)
                    .SetProperty(x => x.LeaseOwner, (string?)null)
                    .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
            var gathered = DigestPlanner.Gathered(db).Where(d => d.ChatId == chat.ChatId && d.Digest == DigestKind.Crowd);
            var priority = isAll ? TopicPriority.Urgent : TopicPriority.Normal;
            await DigestPlanner.Make(db, new DigestKey(DigestKind.Crowd, now), gathered, [chat.ChatId], (int)priority, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            merged[chat.ChatId] = isAll;
        }

        return merged;
    }
}
