using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>The states of what is owed, and the leases on it. Every change is one statement that says from which state it goes.</summary>
internal sealed class DeliveryStore(BotDbFactory databases, Presence presence, IOptions<DeliveriesOptions> options, TimeProvider clock)
{
    /// <summary>How the reasons of what was suppressed with its chat begin; it is owed again when the chat returns.</summary>
    public const string WithChat = "not reached: ";

    /// <summary>This process, among those that share the database.</summary>
    public string Owner => presence.Owner;

    /// <summary>Everyone who holds a delivery.</summary>
    public async Task<IReadOnlyList<string>> Owners(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<DeliveryRow>().Where(d => d.LeaseOwner != null).Select(d => d.LeaseOwner!).Distinct().ToListAsync(cancellationToken);
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
        await db.Set<DeliveryRow>().Where(d => ids.Contains(d.Id) && d.LeaseOwner == Owner && d.State == DeliveryState.Pending).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.LeaseOwner, (string?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>What is still held here stays so, however long a send takes.</summary>
    public async Task Renew(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var until = clock.GetUtcNow() + options.Value.Lease;
        await db.Set<DeliveryRow>().Where(d => ids.Contains(d.Id) && d.LeaseOwner == Owner).ExecuteUpdateAsync(d => d.SetProperty(x => x.LeaseUntil, until), cancellationToken);
    }

    /// <summary>
    /// What a process that died left behind. A claim is simply free again. A send whose answer never came may have arrived: the topic's
    /// priority decides (urgent: send again; else: hold and say so), unless its channel shows one key once.
    /// </summary>
    /// <param name="orphans">Whether no other process can be alive (SQLite has one); then leases need not run out first.</param>
    /// <param name="dead">Processes of which it is known that they died; null for none.</param>
    /// <returns>How many were taken up.</returns>
    public async Task<int> Sweep(bool orphans, IReadOnlyCollection<string> safeChannels, CancellationToken cancellationToken, IReadOnlyCollection<string>? dead = null)
    {
        dead ??= [];
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var lost = db.Set<DeliveryRow>().Where(d => d.LeaseOwner != null && d.LeaseOwner != Owner && (orphans || d.LeaseUntil < now || dead.Contains(d.LeaseOwner!)));
        var chats = db.Set<ChatRow>();
        var again = await lost
            .Where(d => d.State == DeliveryState.Pending
                || (d.State == DeliveryState.Sending && (d.Priority == (int)TopicPriority.Urgent || chats.Any(c => c.Id == d.ChatId && safeChannels.Contains(c.Channel)))))
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.State, DeliveryState.Pending)
                .SetProperty(x => x.LeaseOwner, (string?)null)
                .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        var unsure = db.Set<DeliveryRow>().Where(d => d.MergedInto != null && d.State == DeliveryState.Pending && lost.Any(l => l.Id == d.MergedInto && l.State == DeliveryState.Sending));
        const string Why = "the program ended while it was being sent; it may have arrived";
        await unsure.ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Unknown).SetProperty(x => x.Reason, Why), cancellationToken);
        var held = await lost
            .Where(d => d.State == DeliveryState.Sending)
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.State, DeliveryState.Unknown)
                .SetProperty(x => x.Reason, Why)
                .SetProperty(x => x.LeaseOwner, (string?)null)
                .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        return again + held;
    }

    /// <summary>The channel says that the chat cannot be reached: it is owed nothing until it comes back (<see cref="Revive"/>).</summary>
    /// <param name="returns">How often it had come back when the message was claimed: an answer from before it did so last says nothing any more.</param>
    /// <returns>Whether it is away; otherwise what was not sent to it is owed again.</returns>
    public async Task<bool> Suspend(long chatId, int returns, string why, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<ChatRow>().Where(c => c.Id == chatId && c.State == ChatState.Active && c.Returns == returns).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.State, ChatState.Suspended).SetProperty(x => x.StateReason, why), cancellationToken) == 0)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await Revive(chatId, cancellationToken) == 0;
        }

        var reason = WithChat + why;
        await db.Set<DeliveryRow>().Where(d => d.ChatId == chatId && d.State == DeliveryState.Pending).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.State, DeliveryState.Suppressed)
            .SetProperty(x => x.Reason, reason)
            .SetProperty(x => x.LeaseOwner, (string?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>A chat that came back is owed again what it was not sent because it was away, unless that is too old by now.</summary>
    /// <param name="chatId">Null for all active chats.</param>
    /// <returns>How many are owed again.</returns>
    public async Task<int> Revive(long? chatId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var since = clock.GetUtcNow() - options.Value.GiveUpAfter;
        var active = db.Set<ChatRow>().Where(c => c.State == ChatState.Active && (chatId == null || c.Id == chatId)).Select(c => c.Id);
        return await db.Set<DeliveryRow>()
            .Where(d => d.State == DeliveryState.Suppressed && d.CreatedAt >= since && active.Contains(d.ChatId) && d.Reason!.StartsWith(WithChat))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Pending).SetProperty(x => x.Reason, (string?)null), cancellationToken);
    }

    /// <summary>The chat goes on under another address.</summary>
    /// <remarks>Where that address is already a chat of its own, that chat takes over what is followed and owed here.</remarks>
    public async Task Move(long chatId, string newAddress, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chat = await db.Set<ChatRow>().SingleAsync(c => c.Id == chatId, cancellationToken);
        var there = await db.Set<ChatRow>().SingleOrDefaultAsync(c => c.Channel == chat.Channel && c.Address == newAddress && c.Id != chatId, cancellationToken);
        if (there is null)
        {
            chat.Address = newAddress;
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO subscriptions ("TopicId", "ChatId", "CreatedAt", "MutedUntil", "ChangedAt")
                SELECT "TopicId", {there.Id}, "CreatedAt", "MutedUntil", {clock.GetUtcNow().ToUnixTimeMilliseconds()} FROM subscriptions WHERE "ChatId" = {chatId} ON CONFLICT DO NOTHING
                """, cancellationToken);
            await db.Set<SubscriptionRow>().Where(s => s.ChatId == chatId).ExecuteDeleteAsync(cancellationToken);
            var rows = db.Set<DeliveryRow>();
            await rows.Where(d => d.ChatId == chatId && d.State == DeliveryState.Pending && !rows.Any(o => o.ChatId == there.Id && o.StoryId == d.StoryId && o.Kind == d.Kind))
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.ChatId, there.Id), cancellationToken);
            chat.State = ChatState.Stopped;
            chat.StateReason = "it goes on under another address";
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What left in the last minute and a bit, so that a restart does not forget whose limits are used up.</summary>
    public async Task<IReadOnlyList<RecentSend>> Recent(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var since = clock.GetUtcNow() - TimeSpan.FromSeconds(65);
        return await (from d in db.Set<DeliveryRow>()
                      join c in db.Set<ChatRow>() on d.ChatId equals c.Id
                      where d.SentAt >= since && d.MergedInto == null
                      orderby d.SentAt
                      select new RecentSend(c.Channel, c.Address, c.Kind == ChatKind.Group, d.SentAt!.Value)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Where more than so many alerts wait for a chat that are not urgent, the first of each priority tells the others of it too: a list
    /// never tells what something that waits elsewhere comes before.
    /// </summary>
    public async Task Merge(long chatId, int beyond, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var rows = db.Set<DeliveryRow>();
        var waiting = rows.Where(d => d.ChatId == chatId && d.State == DeliveryState.Pending && d.Kind == DeliveryKind.Alert && d.LeaseOwner == null && d.MergedInto == null
            && d.DueAt <= now && d.Priority > (int)TopicPriority.Urgent && !rows.Any(m => m.MergedInto == d.Id));
        var all = await waiting.OrderBy(d => d.DueAt).ThenBy(d => d.Id).Select(d => new { d.Id, d.Priority }).ToListAsync(cancellationToken);
        foreach (var alike in all.GroupBy(d => d.Priority).Where(_ => all.Count > beyond))
        {
            var (priority, teller) = (alike.Key, alike.First().Id);
            await waiting.Where(d => d.Priority == priority && d.Id != teller).ExecuteUpdateAsync(d => d.SetProperty(x => x.MergedInto, teller), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}

internal readonly record struct RecentSend(string Channel, string Address, bool IsGroup, DateTimeOffset At);
