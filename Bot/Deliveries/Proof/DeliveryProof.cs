using System.Diagnostics.Metrics;
using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Proves that what came in some minutes ago is delivered, held or suppressed for everyone it is owed to. It asks anew who follows what, in
/// other words than the statement that owes (<see cref="FanOutStatement"/>), and takes nobody for missing whom a change since then explains.
/// </summary>
internal sealed class DeliveryProof(BotDbFactory databases, IEnumerable<IChannel> channels, IOptions<DeliveriesOptions> options, TimeProvider clock)
{
    /// <summary>Each bulletin is looked at several times; one from before the program was last off, once.</summary>
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(30), _firstWindow = TimeSpan.FromDays(1);

    private static readonly Meter _meter = new("Bot.Deliveries");
    private static readonly Gauge<long> _missing = _meter.CreateGauge<long>("bot.deliveries.missing", description: "Deliveries that are owed and do not exist.");
    private static readonly Gauge<long> _late = _meter.CreateGauge<long>("bot.deliveries.late", description: "Deliveries that are due for longer than their channel's pace explains.");

    /// <summary>What the last look found; null before the first.</summary>
    public Proven? Latest { get; private set; }

    public async Task<Proven> Look(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var before = now - options.Value.ProveAfter;
        var missing = await Missing(db, before - (Latest is null ? _firstWindow : _window), before, cancellationToken);
        var (late, oldest) = await Late(db, now, before, cancellationToken);
        var proven = new Proven(now, missing, late, oldest);
        _missing.Record(proven.Lacking);
        _late.Record(late);
        return Latest = proven;
    }

    /// <summary>Limited follows are left out: whether a place lies in another is nothing that a database knows.</summary>
    private static async Task<IReadOnlyList<MissingDelivery>> Missing(BotDb db, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (closed, members, goingOn) = (db.Set<ClosedTopicRow>(), db.Set<TopicMemberRow>(), db.Set<FanOutRow>());
        var deliveries = db.Set<DeliveryRow>().Where(d => d.Kind == DeliveryKind.Alert);
        return await (from m in db.Set<MatchRow>()
                      join b in db.Set<BulletinRow>() on m.BulletinId equals b.Id
                      join s in db.Set<SubscriptionRow>() on m.TopicId equals s.TopicId
                      join c in db.Set<ChatRow>() on s.ChatId equals c.Id
                      where m.OwedAt >= @from && m.OwedAt < before && b.WithdrawnAt == null && !goingOn.Any(f => f.BulletinId == b.Id)
                          && c.State == ChatState.Active && (c.ActiveSince == null || c.ActiveSince < m.OwedAt)
                          && s.CreatedAt < m.OwedAt && (s.ChangedAt == null || s.ChangedAt < m.OwedAt) && (s.MutedUntil == null || s.MutedUntil <= m.OwedAt) && s.Limits == null
                          && (!closed.Any(x => x.TopicId == m.TopicId) || members.Any(t => t.TopicId == m.TopicId && t.Channel == c.Channel && t.Address == c.Address))
                          && !deliveries.Any(d => d.ChatId == s.ChatId && d.StoryId == b.StoryId)
                      group s.ChatId by b.Id into owed
                      orderby owed.Key
                      select new MissingDelivery(owed.Key, owed.Distinct().Count())).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Of each channel, what is due for longer than all that was due with it, sent by now or not, takes at the channel's pace, twice over. A
    /// fan-out that does not end is late as well.
    /// </summary>
    private async Task<(long Count, DateTimeOffset? Oldest)> Late(BotDb db, DateTimeOffset now, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var due = from d in db.Set<DeliveryRow>()
                  join c in db.Set<ChatRow>() on d.ChatId equals c.Id
                  where (d.State == DeliveryState.Pending || d.State == DeliveryState.Sending) && d.MergedInto == null && d.DueAt < now
                      && c.State == ChatState.Active && (c.PausedUntil == null || c.PausedUntil < before)
                  select new { c.Channel, d.DueAt };
        long count = 0;
        DateTimeOffset? oldest = null;
        foreach (var channel in await due.GroupBy(d => d.Channel).Select(g => new { Name = g.Key, Count = g.Count(), Oldest = g.Min(d => d.DueAt) }).ToListAsync(cancellationToken))
        {
            if (channel.Oldest >= before)
            {
                continue;
            }

            var sent = await (from d in db.Set<DeliveryRow>()
                              join c in db.Set<ChatRow>() on d.ChatId equals c.Id
                              where d.SentAt >= channel.Oldest && c.Channel == channel.Name
                              select d.Id).LongCountAsync(cancellationToken);
            var pace = channels.FirstOrDefault(c => c.Name == channel.Name)?.Limits.PerSecond ?? double.PositiveInfinity;
            var since = before - TimeSpan.FromSeconds(2 * (channel.Count + sent) / pace);
            if (channel.Oldest < since)
            {
                count += await due.LongCountAsync(d => d.Channel == channel.Name && d.DueAt < since, cancellationToken);
                oldest = oldest < channel.Oldest ? oldest : channel.Oldest;
            }
        }

        var unfinished = from f in db.Set<FanOutRow>()
                         join b in db.Set<BulletinRow>() on f.BulletinId equals b.Id
                         where b.SeenAt < before
                         select b.SeenAt;
        foreach (var seen in await unfinished.ToListAsync(cancellationToken))
        {
            count++;
            oldest = oldest < seen ? oldest : seen;
        }

        return (count, oldest);
    }
}

/// <param name="Missing">The bulletins that somebody is owed and has no delivery of.</param>
/// <param name="Late">How many deliveries are due for too long.</param>
/// <param name="Oldest">Since when the oldest of them is; null where none is.</param>
internal sealed record Proven(DateTimeOffset At, IReadOnlyList<MissingDelivery> Missing, long Late, DateTimeOffset? Oldest)
{
    /// <summary>How many deliveries do not exist.</summary>
    public int Lacking => Missing.Sum(m => m.Chats);

    public bool Holds => Missing.Count == 0 && Late == 0;
}

/// <param name="Chats">How many chats have no delivery of it.</param>
internal readonly record struct MissingDelivery(long BulletinId, int Chats);
