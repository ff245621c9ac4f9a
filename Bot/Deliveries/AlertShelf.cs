using Bot.Bulletins;
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

        var merged = await Merged(db, batch, cancellationToken);
        var composed = new Dictionary<(long, string, string, string, bool), Message>();
        var messages = new Dictionary<long, Message>();
        foreach (var delivery in batch)
        {
            if (!bulletins.TryGetValue(delivery.BulletinId, out var bulletin))
            {
                continue;
            }

            var language = LanguageTags.Parse(delivery.Language);
            var held = matches[bulletin.Id].Intersect(follows[delivery.ChatId]).ToHashSet();
            var named = topics.Topics.Where(t => held.Contains(t.Id)).ToList();
            var isUpdate = delivery.Kind == DeliveryKind.Update;
            var key = (bulletin.Id, delivery.Language, delivery.TimeZone, string.Join('\n', named.Select(t => t.Id)), isUpdate);
            if (!composed.TryGetValue(key, out var message))
            {
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
                composed[key] = message = alerts.Compose(bulletin, named, language, zone, isUpdate);
            }

            if (delivery.Merged > 0)
            {
                message = ChangeMessages.Merged([bulletin, .. merged[delivery.Id]], language);
            }

            messages[delivery.Id] = Addressed(delivery, bulletin, message, language);
        }

        return messages;
    }

    private static Message Addressed(DueDelivery delivery, BulletinRow bulletin, Message message, Language language)
    {
        var key = $"delivery/{delivery.Id}";
        return delivery is { Kind: DeliveryKind.Update, Edits: { } edits }
            ? message with
            {
                Key = key,
                Language = delivery.Language,
                Edits = edits,
                Otherwise = ChangeMessages.Changed(bulletin, delivery.Note ?? Change.Text, language) with { Key = key, Language = delivery.Language, ReplyTo = edits },
            }
            : message with { Key = key, Language = delivery.Language };
    }

    private static async Task<ILookup<long, BulletinRow>> Merged(BotDb db, IReadOnlyList<DueDelivery> batch, CancellationToken cancellationToken)
    {
        var tellers = batch.Where(d => d.Merged > 0).Select(d => d.Id).ToList();
        if (tellers.Count == 0)
        {
            return Enumerable.Empty<BulletinRow>().ToLookup(_ => 0L);
        }

        var rows = await (from d in db.Set<DeliveryRow>()
                          join b in db.Set<BulletinRow>() on d.BulletinId equals b.Id
                          where d.MergedInto != null && tellers.Contains(d.MergedInto.Value) && d.State == DeliveryState.Pending
                          orderby d.Priority, d.DueAt, d.Id
                          select new { Teller = d.MergedInto!.Value, Bulletin = b }).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.Teller, r => r.Bulletin);
    }
}
