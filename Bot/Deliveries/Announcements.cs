using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// What an admin says to a topic's followers. It is owed like everything else: paced, held through quiet hours, none lost and none twice.
/// </summary>
internal sealed class Announcements(BotDbFactory databases, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>As its readers see it.</summary>
    public static Said Words(Topic topic, string text) => Said.Of("Notice_Announcement", topic.NameZh, topic.NameEn, text);

    /// <summary>How many chats it would reach now.</summary>
    public async Task<int> Count(Topic topic, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await (from s in db.Set<SubscriptionRow>()
                      join c in db.Set<ChatRow>() on s.ChatId equals c.Id
                      where s.TopicId == topic.Id && c.State == ChatState.Active
                      select c.Id).CountAsync(cancellationToken);
    }

    /// <returns>To how many chats it is owed.</returns>
    public async Task<int> Send(Topic topic, string text, CancellationToken cancellationToken)
    {
        int owed;
        await using (var db = databases.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var notice = new NoticeRow { Text = Words(topic, text).Stored, CreatedAt = now };
            db.Add(notice);
            await db.SaveChangesAsync(cancellationToken);
            var (id, at) = (-notice.Id, now.ToUnixTimeMilliseconds());
            owed = await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "Subject", "State", "Priority", "DueAt", "Attempts", "Digest", "CreatedAt")
                SELECT c."Id", {id}, {id}, {(int)DeliveryKind.Notice}, '', {(int)DeliveryState.Pending}, {(int)TopicPriority.Normal},
                    CASE WHEN c."HushFrom" <= {at} AND c."HushUntil" > {at} THEN c."HushUntil" ELSE {at} END, 0, {(int)DigestKind.None}, {at}
                FROM subscriptions s JOIN chats c ON c."Id" = s."ChatId"
                WHERE s."TopicId" = {topic.Id} AND c."State" = {(int)ChatState.Active}
                ON CONFLICT DO NOTHING
                """,
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        signal.Raise();
        return owed;
    }
}
