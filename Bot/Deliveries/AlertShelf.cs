using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>The messages of a batch of deliveries: bulletins and topics are read once for the batch, and each different message is composed once.</summary>
internal sealed class AlertShelf(BotDbFactory databases, TopicCatalogue topics, AlertMessages alerts)
{
    /// <returns>By delivery; one that is owed for nothing any more (its bulletin is gone) has none.</returns>
    public async Task<IReadOnlyDictionary<long, Message>> Compose(IReadOnlyList<DueDelivery> batch, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var bulletinIds = batch.Select(d => d.BulletinId).Distinct().ToList();
        var chatIds = batch.Select(d => d.ChatId).Distinct().ToList();
        var bulletins = await db.Set<BulletinRow>().AsNoTracking().Where(b => bulletinIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
        var matches = (await db.Set<MatchRow>().AsNoTracking().Where(m => bulletinIds.Contains(m.BulletinId)).Select(m => new { m.BulletinId, m.TopicId }).ToListAsync(cancellationToken))
            .ToLookup(m => m.BulletinId, m => m.TopicId);
        var follows = (await db.Set<SubscriptionRow>().AsNoTracking().Where(s => chatIds.Contains(s.ChatId)).Select(s => new { s.ChatId, s.TopicId }).ToListAsync(cancellationToken))
            .ToLookup(s => s.ChatId, s => s.TopicId);
        var stories = await Telling.Of(db, [.. bulletins.Values.Select(b => b.StoryId).Distinct()], cancellationToken);
        var noticeIds = bulletinIds.Where(id => id < 0).Select(id => -id).ToList();
        var notices = noticeIds.Count == 0 ? [] : await db.Set<NoticeRow>().AsNoTracking().Where(n => noticeIds.Contains(n.Id)).ToDictionaryAsync(n => -n.Id, cancellationToken);

        var composed = new Dictionary<(long, string, string, string), Message>();
        var messages = new Dictionary<long, Message>();
        foreach (var delivery in batch)
        {
            if (notices.TryGetValue(delivery.BulletinId, out var notice))
            {
                messages[delivery.Id] = Message.Plain(Said.Parse(notice.Text).In(LanguageTags.Parse(delivery.Language))) with { Key = $"delivery/{delivery.Id}" };
                continue;
            }

            if (!bulletins.TryGetValue(delivery.BulletinId, out var bulletin))
            {
                continue;
            }

            var held = matches[bulletin.Id].Intersect(follows[delivery.ChatId]).ToHashSet();
            var named = topics.Topics.Where(t => held.Contains(t.Id)).ToList();
            var key = (bulletin.Id, delivery.Language, delivery.TimeZone, string.Join('\n', named.Select(t => t.Id)));
            if (!composed.TryGetValue(key, out var message))
            {
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
                composed[key] = message = alerts.Compose(bulletin, named, LanguageTags.Parse(delivery.Language), zone, Telling.Elsewhere(stories[bulletin.StoryId], bulletin));
            }

            messages[delivery.Id] = message with { Key = $"delivery/{delivery.Id}" };
        }

        return messages;
    }
}
