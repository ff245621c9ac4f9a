using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>The messages of digests, from what was gathered for them. What the chat no longer follows, or has muted since, is left out.</summary>
internal sealed class DigestShelf(TopicCatalogue topics, DigestMessages messages, TimeProvider clock)
{
    /// <summary>A digest that is made later than this after it was due says so.</summary>
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(30);

    /// <returns>By delivery; one with nothing to say has none.</returns>
    public async Task<Dictionary<long, Message>> Compose(BotDb db, IReadOnlyList<DueDelivery> digests, CancellationToken cancellationToken)
    {
        var composed = new Dictionary<long, Message>();
        if (digests.Count == 0)
        {
            return composed;
        }

        var ids = digests.Select(d => d.Id).ToList();
        var chats = digests.Select(d => d.ChatId).Distinct().ToList();
        var now = clock.GetUtcNow();
        var keys = await db.Set<DeliveryRow>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => DigestKey.Of(d.StoryId), cancellationToken);
        var gathered = (await db.Set<DeliveryRow>().AsNoTracking()
            .Where(d => d.DigestId != null && ids.Contains(d.DigestId.Value))
            .Select(d => new { DigestId = d.DigestId!.Value, d.BulletinId, d.CreatedAt }).ToListAsync(cancellationToken)).ToLookup(d => d.DigestId);
        var bulletinIds = gathered.SelectMany(g => g.Select(d => d.BulletinId)).Distinct().ToList();
        var bulletins = await db.Set<BulletinRow>().AsNoTracking().Where(b => bulletinIds.Contains(b.Id) && b.WithdrawnAt == null).ToDictionaryAsync(b => b.Id, cancellationToken);
        var matches = (await db.Set<MatchRow>().AsNoTracking().Where(m => bulletinIds.Contains(m.BulletinId)).Select(m => new { m.BulletinId, m.TopicId }).ToListAsync(cancellationToken))
            .ToLookup(m => m.BulletinId, m => m.TopicId);
        var follows = (await db.Set<SubscriptionRow>().AsNoTracking()
            .Where(s => chats.Contains(s.ChatId) && (s.MutedUntil == null || s.MutedUntil <= now)).Select(s => new { s.ChatId, s.TopicId }).ToListAsync(cancellationToken))
            .ToLookup(s => s.ChatId, s => s.TopicId);
        var all = topics.Topics.Concat(await WatchTopics.Among(db, matches.SelectMany(m => m).Intersect(follows.SelectMany(f => f)), cancellationToken)).ToList();

        foreach (var delivery in digests)
        {
            var followed = follows[delivery.ChatId].ToHashSet(StringComparer.Ordinal);
            List<DigestItem> items = [];
            foreach (var bulletin in gathered[delivery.Id].Select(g => bulletins.GetValueOrDefault(g.BulletinId)).OfType<BulletinRow>())
            {
                var held = matches[bulletin.Id].Where(followed.Contains).ToHashSet(StringComparer.Ordinal);
                var named = all.Where(t => held.Contains(t.Id)).ToList();
                if (named.Count > 0)
                {
                    items.Add(new DigestItem(bulletin, named));
                }
            }

            if (items.Count > 0)
            {
                var key = keys[delivery.Id];
                var first = gathered[delivery.Id].Min(g => g.CreatedAt);
                var digest = new Digest(key.Kind, Begins(key, first), key.Due, delivery.CreatedAt - key.Due > _late, items);
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
                composed[delivery.Id] = messages.Compose(digest, LanguageTags.Parse(delivery.Language), zone, delivery.Length) with { Key = $"delivery/{delivery.Id}" };
            }
        }

        return composed;
    }

    /// <summary>A day or a week before it was due, or further back where earlier ones were missed.</summary>
    private static DateTimeOffset Begins(DigestKey key, DateTimeOffset first)
    {
        var usual = key.Kind switch
        {
            DigestKind.Daily => key.Due.AddDays(-1),
            DigestKind.Weekly => key.Due.AddDays(-7),
            _ => first,
        };
        return first < usual ? first : usual;
    }
}
