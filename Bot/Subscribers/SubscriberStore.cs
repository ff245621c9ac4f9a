using Bot.Storage;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>
/// Who listens, and to what. Every act says what shall be, not what shall change, so a second tap of the same button,
/// or the same update brought twice, does nothing.
/// </summary>
internal sealed class SubscriberStore(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    /// <summary>The chat at this address, made with the hinted language when it is new.</summary>
    public async Task<FoundChat> FindOrCreate(string channel, string address, ChatKind kind, string? languageHint, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await Find(db, channel, address, cancellationToken) is { } known)
        {
            return new FoundChat(known, IsNew: false);
        }

        var chat = new ChatRow
        {
            Channel = channel,
            Address = address,
            Kind = kind,
            Language = LanguageTags.Parse(languageHint).Tag(),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(chat);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new FoundChat(chat, IsNew: true);
        }
        catch (DbUpdateException)
        {
            // Somebody else made it in between; if not, the failure was another one.
            db.ChangeTracker.Clear();
            if (await Find(db, channel, address, cancellationToken) is { } made)
            {
                return new FoundChat(made, IsNew: false);
            }

            throw;
        }
    }

    public async Task<ChatRow?> Find(string channel, string address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Find(db, channel, address, cancellationToken);
    }

    public async Task<ChatRow?> Find(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
    }

    /// <summary>The chats of one kind in a channel, the newest first.</summary>
    public async Task<IReadOnlyList<ChatRow>> OfKind(string channel, ChatKind kind, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatRow>().AsNoTracking().Where(c => c.Channel == channel && c.Kind == kind).OrderByDescending(c => c.Id).Take(most).ToListAsync(cancellationToken);
    }

    public async Task SetTitle(long chatId, string? title, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<ChatRow>().Where(c => c.Id == chatId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, title), cancellationToken);
    }

    /// <summary>The chat at this address and the threads in it.</summary>
    public async Task<IReadOnlyList<ChatRow>> FindAll(string channel, string address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var threads = address + "/";
        return await db.Set<ChatRow>().AsNoTracking()
            .Where(c => c.Channel == channel && (c.Address == address || c.Address.StartsWith(threads)))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<string>> Followed(long chatId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = await db.Set<SubscriptionRow>().Where(s => s.ChatId == chatId).Select(s => s.TopicId).ToListAsync(cancellationToken);
        return ids.ToHashSet(StringComparer.Ordinal);
    }

    /// <returns>The topics that the chat did not follow before.</returns>
    public async Task<IReadOnlyList<string>> Follow(long chatId, IReadOnlyCollection<string> topicIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        List<string> added = [];
        foreach (var topic in topicIds)
        {
            var rows = await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO subscriptions ("TopicId", "ChatId", "CreatedAt", "Mode") VALUES ({topic}, {chatId}, {now}, {(int)FollowMode.AtOnce}) ON CONFLICT DO NOTHING""",
                cancellationToken);
            if (rows > 0)
            {
                added.Add(topic);
            }
        }

        return added;
    }

    public async Task Unfollow(long chatId, IReadOnlyCollection<string> topicIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<SubscriptionRow>()
            .Where(s => s.ChatId == chatId && topicIds.Contains(s.TopicId))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <param name="until">Null ends the silence.</param>
    /// <returns>Whether the chat follows the topic at all.</returns>
    public async Task<bool> Mute(long chatId, string topicId, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var rows = await db.Set<SubscriptionRow>()
            .Where(s => s.ChatId == chatId && s.TopicId == topicId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.MutedUntil, until).SetProperty(x => x.ChangedAt, now), cancellationToken);
        return rows > 0;
    }

    /// <param name="days">How many days before a date that binds; null ends the reminders.</param>
    /// <returns>Whether the chat follows the topic at all.</returns>
    public async Task<bool> Remind(long chatId, string topicId, int? days, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var since = days is null ? (DateTimeOffset?)null : clock.GetUtcNow();
        return await db.Set<SubscriptionRow>()
            .Where(s => s.ChatId == chatId && s.TopicId == topicId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RemindDays, days).SetProperty(x => x.RemindsSince, since), cancellationToken) > 0;
    }

    /// <param name="restsUntil">For a resting chat, when it wakes.</param>
    /// <returns>Whether this changed anything.</returns>
    public async Task<bool> SetState(long chatId, ChatState state, CancellationToken cancellationToken, DateTimeOffset? restsUntil = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await db.Set<ChatRow>()
            .Where(c => c.Id == chatId && (c.State != state || c.RestsUntil != restsUntil))
            .ExecuteUpdateAsync(
                c => c.SetProperty(x => x.State, state).SetProperty(x => x.StateReason, (string?)null).SetProperty(x => x.RestsUntil, restsUntil)
                    .SetProperty(x => x.ActiveSince, x => state == ChatState.Active ? now : x.ActiveSince)
                    .SetProperty(x => x.Returns, x => state == ChatState.Active ? x.Returns + 1 : x.Returns),
                cancellationToken);
        return changed > 0;
    }

    /// <summary>Its channel says that it can be reached. It is active again unless its people wanted otherwise.</summary>
    public async Task CameBack(long chatId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Set<ChatRow>().Where(c => c.Id == chatId).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Returns, x => x.Returns + 1)
                .SetProperty(x => x.ActiveSince, x => x.State == ChatState.Suspended ? now : x.ActiveSince)
                .SetProperty(x => x.StateReason, x => x.State == ChatState.Suspended ? null : x.StateReason)
                .SetProperty(x => x.State, x => x.State == ChatState.Suspended ? ChatState.Active : x.State),
            cancellationToken);
    }

    /// <summary>Wakes the chats whose rest is over.</summary>
    public async Task<int> Wake(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ChatRow>()
            .Where(c => c.State == ChatState.Resting && c.RestsUntil <= now)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, ChatState.Active).SetProperty(x => x.RestsUntil, (DateTimeOffset?)null).SetProperty(x => x.ActiveSince, now), cancellationToken);
    }

    public async Task<IReadOnlyList<SubscriptionRow>> Subscriptions(long chatId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<SubscriptionRow>().AsNoTracking().Where(s => s.ChatId == chatId).ToListAsync(cancellationToken);
    }

    public async Task SetLanguage(long chatId, Language language, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tag = language.Tag();
        await db.Set<ChatRow>().Where(c => c.Id == chatId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Language, tag), cancellationToken);
    }

    /// <summary>A zone that this machine does not know is not taken.</summary>
    public async Task<bool> SetTimeZone(long chatId, string zone, CancellationToken cancellationToken)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<ChatRow>().Where(c => c.Id == chatId).ExecuteUpdateAsync(c => c.SetProperty(x => x.TimeZone, zone), cancellationToken);
        return true;
    }

    private static Task<ChatRow?> Find(BotDb db, string channel, string address, CancellationToken cancellationToken) =>
        db.Set<ChatRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Channel == channel && c.Address == address, cancellationToken);
}

internal readonly record struct FoundChat(ChatRow Chat, bool IsNew);
