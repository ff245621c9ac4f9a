using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>The messages of a batch of deliveries: bulletins and topics are read once for the batch, and each different message is composed once.</summary>
internal sealed class AlertShelf(BotDbFactory databases, TopicCatalogue topics, AlertMessages alerts, DigestShelf digests, ReminderMessages reminders, SummaryWriter summaries)
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
        var follows = (await db.Set<SubscriptionRow>().AsNoTracking().Where(s => chatIds.Contains(s.ChatId)).Select(s => new { s.ChatId, s.TopicId, s.Mode }).ToListAsync(cancellationToken))
            .ToLookup(s => s.ChatId);
        var stories = await Telling.Of(db, [.. bulletins.Values.Select(b => b.StoryId).Distinct()], cancellationToken);
        var noticeIds = bulletinIds.Where(id => id < 0).Select(id => -id).ToList();
        var notices = noticeIds.Count == 0 ? [] : await db.Set<NoticeRow>().AsNoTracking().Where(n => noticeIds.Contains(n.Id)).ToDictionaryAsync(n => -n.Id, cancellationToken);

        var details = await AlertDetail.Of(db, bulletinIds, cancellationToken);
        var written = await summaries.Known(
            [.. batch.Where(d => bulletins.ContainsKey(d.BulletinId)).Select(d => (bulletins[d.BulletinId], LanguageTags.Parse(d.Language))).Distinct()], cancellationToken);
        var watches = await WatchTopics.Among(db, matches.SelectMany(m => m).Intersect(follows.SelectMany(f => f).Select(s => s.TopicId)), cancellationToken);

        var merged = await Merged(db, batch, cancellationToken);
        var composed = new Dictionary<(long, string, string, string, MessageLength, bool), Message>();
        var messages = await digests.Compose(db, [.. batch.Where(d => d.Kind == DeliveryKind.Digest)], cancellationToken);
        foreach (var delivery in batch.Where(d => d.Kind != DeliveryKind.Digest))
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

            if (delivery.Kind == DeliveryKind.Reminder)
            {
                if (reminders.Compose(delivery, bulletin, details[bulletin.Id]) is { } reminder)
                {
                    messages[delivery.Id] = reminder;
                }

                continue;
            }

            var held = follows[delivery.ChatId].IntersectBy(matches[bulletin.Id], s => s.TopicId).ToDictionary(s => s.TopicId, s => s.Mode);
            var named = topics.Topics.Concat(watches).Where(t => held.ContainsKey(t.Id)).ToList();
            var isUpdate = delivery.Kind == DeliveryKind.Update;
            var language = LanguageTags.Parse(delivery.Language);
            var key = (bulletin.Id, delivery.Language, delivery.TimeZone, string.Join('\n', named.Select(t => t.Id)), delivery.Length, isUpdate);
            if (!composed.TryGetValue(key, out var message))
            {
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
                composed[key] = message = alerts.Compose(
                    bulletin, named, language, zone, delivery.Length, details[bulletin.Id] with { ByModel = written.GetValueOrDefault((bulletin.Id, language)) },
                    Telling.Elsewhere(stories[bulletin.StoryId], bulletin), isUpdate);
            }

            if (delivery.Merged > 0)
            {
                message = ChangeMessages.Merged([bulletin, .. merged[delivery.Id]], language);
            }

            messages[delivery.Id] = Addressed(delivery, bulletin, message, language) with { Silent = held.Count > 0 && held.Values.All(m => m == FollowMode.Silent) };
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
