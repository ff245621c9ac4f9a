using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>The states of what is owed, and the leases on it. Every change is one statement that says from which state it goes.</summary>
internal sealed class DeliveryStore(BotDbFactory databases, IOptions<DeliveriesOptions> options, TimeProvider clock)
{
    private const string SqliteClaim = ClaimHead + ClaimTail;

    private const string PostgresClaim = ClaimHead + " FOR UPDATE OF d SKIP LOCKED" + ClaimTail;

    private const string ClaimHead =
        """
        UPDATE deliveries SET "LeaseOwner" = {0}, "LeaseUntil" = {1}
        WHERE "Id" IN (
            SELECT d."Id" FROM deliveries d JOIN chats c ON c."Id" = d."ChatId"
            WHERE d."State" = 0 AND d."DueAt" <= {2} AND (d."LeaseUntil" IS NULL OR d."LeaseUntil" < {2})
                AND c."State" = 0 AND (c."PausedUntil" IS NULL OR c."PausedUntil" <= {2})
            ORDER BY d."Priority", d."DueAt", d."Id"
            LIMIT {3}
        """;

    private const string ClaimTail =
        """
        ) RETURNING "Id" AS "Value"
        """;

    /// <summary>This process, among those that share the database.</summary>
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>
    /// Takes up to <paramref name="most"/> due deliveries of active chats under a lease, the most pressing first. They stay pending:
    /// only <see cref="MarkSending"/> says that one is really on its way.
    /// </summary>
    public async Task<IReadOnlyList<DueDelivery>> Claim(int most, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var until = now + (long)options.Value.Lease.TotalMilliseconds;
        var ids = await db.Database
            .SqlQueryRaw<long>(databases.Provider == StorageProvider.Postgres ? PostgresClaim : SqliteClaim, _owner, until, now, most)
            .ToListAsync(cancellationToken);
        return await Details(db, ids, cancellationToken);
    }

    /// <returns>Whether it is still this process's to send.</returns>
    public async Task<bool> MarkSending(long id, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var until = (clock.GetUtcNow() + options.Value.Lease).ToUnixTimeMilliseconds();
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET "State" = {(int)DeliveryState.Sending}, "Attempts" = "Attempts" + 1, "LeaseUntil" = {until}
            WHERE "Id" = {id} AND "State" = {(int)DeliveryState.Pending} AND "LeaseOwner" = {_owner}
            """, cancellationToken) == 1;
    }

    /// <summary>The end of an attempt, or of all of them.</summary>
    public async Task Finish(long id, DeliveryState state, string? reason, string? messageId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var sentAt = state == DeliveryState.Sent ? (DateTimeOffset?)clock.GetUtcNow() : null;
        await db.Set<DeliveryRow>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.State, state)
            .SetProperty(x => x.Reason, reason)
            .SetProperty(x => x.MessageId, messageId)
            .SetProperty(x => x.SentAt, sentAt)
            .SetProperty(x => x.LeaseOwner, (string?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Nothing more leaves for this chat until then.</summary>
    public async Task Pause(long chatId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<ChatRow>().Where(c => c.Id == chatId && (c.PausedUntil == null || c.PausedUntil < until)).ExecuteUpdateAsync(c => c.SetProperty(x => x.PausedUntil, until), cancellationToken);
    }

    /// <summary>Gives claimed deliveries back unsent.</summary>
    public async Task Release(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<DeliveryRow>().Where(d => ids.Contains(d.Id) && d.LeaseOwner == _owner && d.State == DeliveryState.Pending).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.LeaseOwner, (string?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>
    /// What a process that died left behind. A claim is simply free again. A send whose answer never came may have arrived: the topic's
    /// priority decides (urgent: send again; else: hold and say so), unless its channel shows one key once.
    /// </summary>
    /// <param name="orphans">Whether no other process can be alive (SQLite has one); then leases need not run out first.</param>
    /// <returns>How many were taken up.</returns>
    public async Task<int> Sweep(bool orphans, IReadOnlyCollection<string> safeChannels, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var lost = db.Set<DeliveryRow>().Where(d => d.LeaseOwner != null && d.LeaseOwner != _owner && (orphans || d.LeaseUntil < now));
        var chats = db.Set<ChatRow>();
        var again = await lost
            .Where(d => d.State == DeliveryState.Pending
                || (d.State == DeliveryState.Sending && (d.Priority == (int)TopicPriority.Urgent || chats.Any(c => c.Id == d.ChatId && safeChannels.Contains(c.Channel)))))
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.State, DeliveryState.Pending)
                .SetProperty(x => x.LeaseOwner, (string?)null)
                .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        var held = await lost
            .Where(d => d.State == DeliveryState.Sending)
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.State, DeliveryState.Unknown)
                .SetProperty(x => x.Reason, "the program ended while it was being sent; it may have arrived")
                .SetProperty(x => x.LeaseOwner, (string?)null)
                .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        return again + held;
    }

    /// <summary>The channel says that the chat cannot be reached: it is owed nothing until it comes back.</summary>
    public async Task Suspend(long chatId, string why, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<ChatRow>().Where(c => c.Id == chatId && c.State == ChatState.Active).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.State, ChatState.Suspended).SetProperty(x => x.StateReason, why), cancellationToken);
        await db.Set<DeliveryRow>().Where(d => d.ChatId == chatId && d.State == DeliveryState.Pending).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.State, DeliveryState.Suppressed)
            .SetProperty(x => x.Reason, why)
            .SetProperty(x => x.LeaseOwner, (string?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The chat goes on under another address.</summary>
    /// <returns>False where that address is already a chat of its own.</returns>
    public async Task<bool> Move(long chatId, string newAddress, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var chat = await db.Set<ChatRow>().SingleAsync(c => c.Id == chatId, cancellationToken);
        if (await db.Set<ChatRow>().AnyAsync(c => c.Channel == chat.Channel && c.Address == newAddress, cancellationToken))
        {
            return false;
        }

        chat.Address = newAddress;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task<IReadOnlyList<DueDelivery>> Details(BotDb db, List<long> ids, CancellationToken cancellationToken) =>
        await (from d in db.Set<DeliveryRow>().AsNoTracking()
               join c in db.Set<ChatRow>() on d.ChatId equals c.Id
               where ids.Contains(d.Id)
               orderby d.Priority, d.DueAt, d.Id
               select new DueDelivery
               {
                   Id = d.Id,
                   ChatId = d.ChatId,
                   BulletinId = d.BulletinId,
                   Kind = d.Kind,
                   Subject = d.Subject,
                   Priority = d.Priority,
                   Attempts = d.Attempts,
                   CreatedAt = d.CreatedAt,
                   Channel = c.Channel,
                   Address = c.Address,
                   ChatKind = c.Kind,
                   Language = c.Language,
                   TimeZone = c.TimeZone,
               }).ToListAsync(cancellationToken);
}
