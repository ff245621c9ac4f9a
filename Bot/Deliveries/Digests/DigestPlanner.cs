using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Makes digests of what was gathered, when they are due. Each is one row under a unique key, made with its contents in one transaction,
/// so any number of ticks, processes and restarts make it once; one that was missed is made at the next tick, with all that had
/// been gathered when it was due. Nothing gathered makes no digest.
/// </summary>
internal sealed class DigestPlanner(
    BotDbFactory databases, WorkingDays days, Crowds crowds, IEnumerable<IMergesCrowds> crowded, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>Behind all alerts, see TopicPriority.</summary>
    private const int Priority = 3;

    /// <summary>How many chats' quiets are ended by one tick.</summary>
    private const int QuietsATick = 2000;

    /// <summary>So that no other writer waits long.</summary>
    private const int ChatsATransaction = 500;

    /// <summary>Spares asking again about what was made already; what is lost with the process is found in the database.</summary>
    private readonly ConcurrentDictionary<(DigestKind Kind, string Zone, int? Minute, DayOfWeek? Day), DateTimeOffset> _made = [];

    /// <returns>How many digests are newly owed.</returns>
    public async Task<int> Tick(CancellationToken cancellationToken)
    {
        await Hold(cancellationToken);
        var made = await EndQuiets(cancellationToken) + await Due(cancellationToken) + await Crowds(cancellationToken);
        if (made > 0)
        {
            signal.Raise();
        }

        return made;
    }

    /// <summary>What fell due before the quiet began and has not left waits as well.</summary>
    private async Task Hold(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var quiet = db.Set<ChatRow>().Where(c => c.HushFrom <= now && c.HushUntil > now);
        await db.Set<DeliveryRow>()
            .Where(d => d.State == DeliveryState.Pending && d.Kind == DeliveryKind.Alert && (d.LeaseUntil == null || d.LeaseUntil < now)
                && quiet.Any(c => c.Id == d.ChatId && (c.QuietHoldsUrgent || d.Priority != (int)TopicPriority.Urgent)))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Gathered).SetProperty(x => x.Digest, DigestKind.Quiet), cancellationToken);
    }

    /// <summary>What waited comes as one digest, with the daily and the weekly ones that fell into the quiet; then the next quiet is worked out.</summary>
    private async Task<int> EndQuiets(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var chats = await db.Set<ChatRow>().AsNoTracking().Where(c => c.HushUntil <= now).OrderBy(c => c.HushUntil).Take(QuietsATick).ToListAsync(cancellationToken);
        var made = 0;
        foreach (var chat in chats)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var next = Hush.Next(chat, now, days);
            var mine = await db.Set<ChatRow>().Where(c => c.Id == chat.Id && c.HushUntil == chat.HushUntil).ExecuteUpdateAsync(c => c
                .SetProperty(x => x.HushFrom, next.HasValue ? next.Value.From : null)
                .SetProperty(x => x.HushUntil, next.HasValue ? next.Value.Until : null), cancellationToken);
            if (mine == 1 && chat.State == ChatState.Active && !(next is var (from, until) && from <= now && until > now))
            {
                var daily = DigestTimes.LastDue(chat.TimeZone, chat.Minute(), null, now);
                var weekly = DigestTimes.LastDue(chat.TimeZone, chat.Minute(), chat.Day(), now);
                var gathered = Gathered(db).Where(d => d.ChatId == chat.Id
                    && (d.Digest == DigestKind.Quiet
                        || (d.Digest == DigestKind.Daily && d.CreatedAt <= daily)
                        || (d.Digest == DigestKind.Weekly && d.CreatedAt <= weekly)));
                made += await Make(db, new DigestKey(DigestKind.Quiet, chat.HushUntil!.Value), gathered, await ChatsOf(gathered, cancellationToken), Priority, now, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return made;
    }

    private async Task<int> Due(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var clocks = await db.Set<ChatRow>().Select(c => new { c.TimeZone, c.DigestMinute, c.DigestDay }).Distinct().ToListAsync(cancellationToken);
        var made = 0;
        foreach (var (zone, minute) in clocks.Select(c => (c.TimeZone, c.DigestMinute)).Distinct())
        {
            made += await Due(db, DigestKind.Daily, zone, minute, null, chats => chats, now, cancellationToken);
        }

        foreach (var c in clocks)
        {
            made += await Due(
                db, DigestKind.Weekly, c.TimeZone, c.DigestMinute, c.DigestDay, chats => chats.Where(x => x.DigestDay == c.DigestDay), now, cancellationToken);
        }

        return made;
    }

    /// <summary>The digests of all chats on one clock, unless they are quiet now: those come when the quiet ends.</summary>
    private async Task<int> Due(
        BotDb db, DigestKind kind, string zone, int? minute, DayOfWeek? day, Func<IQueryable<ChatRow>, IQueryable<ChatRow>> narrowed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = DigestTimes.LastDue(zone, minute, kind == DigestKind.Weekly ? day ?? DigestTimes.DefaultDay : null, now);
        if (_made.TryGetValue((kind, zone, minute, day), out var last) && last == due)
        {
            return 0;
        }

        var chats = narrowed(db.Set<ChatRow>()
            .Where(c => c.TimeZone == zone && c.DigestMinute == minute && c.State == ChatState.Active && !(c.HushFrom <= now && c.HushUntil > now)));
        var gathered = Gathered(db).Where(d => d.Digest == kind && d.CreatedAt <= due && chats.Any(c => c.Id == d.ChatId));
        var made = 0;
        foreach (var some in (await ChatsOf(gathered, cancellationToken)).Chunk(ChatsATransaction))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            made += await Make(db, new DigestKey(kind, due), gathered, some, Priority, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        _made[(kind, zone, minute, day)] = due;
        return made;
    }

    private async Task<int> Crowds(CancellationToken cancellationToken)
    {
        var made = 0;
        foreach (var channel in crowded)
        {
            made += (await crowds.Gather(channel, null, cancellationToken)).Count;
        }

        return made;
    }

    public static IQueryable<DeliveryRow> Gathered(BotDb db) => db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Gathered && d.DigestId == null);

    private static Task<List<long>> ChatsOf(IQueryable<DeliveryRow> gathered, CancellationToken cancellationToken) =>
        gathered.Select(d => d.ChatId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Inside the caller's transaction: one digest for each of the chats, and what was gathered for them as its contents.</summary>
    public static async Task<int> Make(
        BotDb db, DigestKey key, IQueryable<DeliveryRow> gathered, IReadOnlyCollection<long> chats, int priority, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (chats.Count == 0)
        {
            return 0;
        }

        var (story, at) = (key.Value, now.ToUnixTimeMilliseconds());
        var statement = FormattableStringFactory.Create(
            $$"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Digest")
            SELECT c."Id", {0}, 0, {{(int)DeliveryKind.Digest}}, {{(int)DeliveryState.Pending}}, {{priority}}, {1}, 0, {1}, {{(int)key.Kind}}
            FROM chats c WHERE c."Id" IN ({{string.Join(", ", chats.Select((_, i) => $"{{{i + 2}}}"))}})
            ON CONFLICT DO NOTHING
            """,
            [story, at, .. chats]);
        var made = await db.Database.ExecuteSqlAsync(statement, cancellationToken);
        var digests = db.Set<DeliveryRow>().Where(g => g.Kind == DeliveryKind.Digest && g.StoryId == story && g.State == DeliveryState.Pending);
        await gathered.Where(d => chats.Contains(d.ChatId) && digests.Any(g => g.ChatId == d.ChatId)).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.DigestId, x => digests.Where(g => g.ChatId == x.ChatId).Select(g => (long?)g.Id).FirstOrDefault()), cancellationToken);
        return made;
    }
}
