using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>What a chat prefers: when digests come, when it is quiet, how long alerts are, and how and where each topic counts.</summary>
internal sealed class Preferences(IDbContextFactory<BotDb> databases, WorkingDays days, TimeProvider clock)
{
    /// <summary>Stores what the row's preferences now say. The quiet that lasts or comes next is worked out anew; a quiet that lasted ends now, so that what waited in it comes.</summary>
    public async Task Save(ChatRow chat, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var next = Hush.Next(chat, now, days);

        // What waited in a quiet that is no more is let go by the planner, which looks for quiets that have ended.
        var lasting = chat.HushFrom <= now && chat.HushUntil > now;
        (chat.HushFrom, chat.HushUntil) = next is var (from, until) && (!lasting || from <= now)
            ? (from, until)
            : lasting ? (chat.HushFrom, now) : ((DateTimeOffset?)null, (DateTimeOffset?)null);
        await db.Set<ChatRow>().Where(c => c.Id == chat.Id).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.TimeZone, chat.TimeZone)
            .SetProperty(x => x.DigestMinute, chat.DigestMinute)
            .SetProperty(x => x.DigestDay, chat.DigestDay)
            .SetProperty(x => x.QuietFrom, chat.QuietFrom)
            .SetProperty(x => x.QuietTo, chat.QuietTo)
            .SetProperty(x => x.QuietDaysOff, chat.QuietDaysOff)
            .SetProperty(x => x.QuietHoldsUrgent, chat.QuietHoldsUrgent)
            .SetProperty(x => x.Length, chat.Length)
            .SetProperty(x => x.HushFrom, chat.HushFrom)
            .SetProperty(x => x.HushUntil, chat.HushUntil), cancellationToken);
    }

    /// <returns>Whether the chat follows the topic at all.</returns>
    public async Task<bool> SetMode(long chatId, string topicId, FollowMode mode, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<SubscriptionRow>().Where(s => s.ChatId == chatId && s.TopicId == topicId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Mode, mode), cancellationToken) > 0;
    }

    /// <returns>Whether the chat follows the topic at all.</returns>
    public async Task<bool> SetLimits(long chatId, string topicId, FollowLimits limits, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stored = limits.Stored();
        var now = clock.GetUtcNow();
        return await db.Set<SubscriptionRow>().Where(s => s.ChatId == chatId && s.TopicId == topicId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Limits, stored).SetProperty(x => x.ChangedAt, now), cancellationToken) > 0;
    }
}
