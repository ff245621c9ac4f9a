using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Who is owed what, in one set-based statement inside the caller's transaction. The unique key of chat, story and kind makes a second
/// call, or a second bulletin of the same story, owe nothing more: what came as an alert never comes in a digest, nor the other way round.
/// </summary>
internal static class FanOut
{
    /// <summary>So many chats are owed at once; where whoever writes holds up all others, more are owed in steps.</summary>
    private const int Many = 20_000;

    /// <summary>
    /// An alert for each active chat that follows a matching topic and has not muted all of them, closed topics to their members only;
    /// the most pressing topic decides its priority. Where all of the matching topics wait for a digest, or the chat is quiet now, it is
    /// gathered instead of due.
    /// </summary>
    /// <param name="forgottenBefore">Who got a story that was first seen before this may be forgotten already, so nobody gets it any more.</param>
    /// <returns>How many chats are newly owed; 0 where they are so many that <see cref="FanOutDesk"/> goes on with it, once it is committed.</returns>
    public static async Task<int> Owe(
        BotDb db, long bulletinId, long storyId, DateTimeOffset now, CancellationToken cancellationToken, DateTimeOffset? forgottenBefore = null)
    {
        if (storyId != bulletinId && forgottenBefore is { } before && await db.Set<BulletinRow>().AnyAsync(b => b.Id == storyId && b.SeenAt < before, cancellationToken))
        {
            return 0;
        }

        await db.Set<MatchRow>().Where(m => m.BulletinId == bulletinId).ExecuteUpdateAsync(m => m.SetProperty(x => x.OwedAt, now), cancellationToken);
        var topics = await db.Set<MatchRow>().Where(m => m.BulletinId == bulletinId).OrderBy(m => m.TopicId).Select(m => m.TopicId).ToListAsync(cancellationToken);
        if (db is SqliteBotDb && (await db.Set<FanOutRow>().AnyAsync(cancellationToken) || await IsForMany(db, topics, cancellationToken)))
        {
            db.Add(new FanOutRow { BulletinId = bulletinId, StoryId = storyId, Topics = string.Join('\n', topics) });
            await db.SaveChangesAsync(cancellationToken);
            return 0;
        }

        return await FanOutStatement.Owe(db, bulletinId, storyId, topics, null, now, cancellationToken);
    }

    /// <summary>What is still pending for a story, or not even owed yet, leaves with a bulletin that tells more of it and matches every topic of the one that was to be sent.</summary>
    public static async Task<int> Prefer(BotDb db, long bulletinId, long storyId, CancellationToken cancellationToken)
    {
        var matches = db.Set<MatchRow>();
        await db.Set<FanOutRow>()
            .Where(f => f.StoryId == storyId && !matches.Any(m => m.BulletinId == f.BulletinId && !matches.Any(n => n.BulletinId == bulletinId && n.TopicId == m.TopicId)))
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.BulletinId, bulletinId), cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET "BulletinId" = {bulletinId}
            WHERE "StoryId" = {storyId} AND "Kind" = {(int)DeliveryKind.Alert} AND "State" = {(int)DeliveryState.Pending} AND "LeaseOwner" IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM matches m WHERE m."BulletinId" = deliveries."BulletinId"
                        AND NOT EXISTS (SELECT 1 FROM matches n WHERE n."BulletinId" = {bulletinId} AND n."TopicId" = m."TopicId"))
            """,
            cancellationToken);
    }

    /// <summary>The newest few stories of topics that a chat has just begun to follow, so that it sees at once what it will get.</summary>
    /// <param name="followedAt">When it began to follow them, as its subscriptions say.</param>
    /// <param name="since">Bulletins that were first seen before are left to /latest.</param>
    /// <returns>How many alerts are newly owed.</returns>
    public static Task<int> CatchUp(
        BotDb db, long chatId, DateTimeOffset followedAt, int most, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        var from = since.ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Digest")
            SELECT {chatId}, b."StoryId", b."Id", {(int)DeliveryKind.Alert}, {(int)DeliveryState.Pending}, MIN(m."Priority"), {at}, 0, {at}, 0
            FROM bulletins b
            JOIN matches m ON m."BulletinId" = b."Id"
            JOIN subscriptions s ON s."TopicId" = m."TopicId" AND s."ChatId" = {chatId}
            JOIN chats c ON c."Id" = s."ChatId"
            WHERE b."StoryId" = b."Id" AND b."WithdrawnAt" IS NULL AND b."SeenAt" >= {from} AND s."CreatedAt" >= {followedAt.ToUnixTimeMilliseconds()}
              AND (NOT EXISTS (SELECT 1 FROM closed_topics x WHERE x."TopicId" = m."TopicId")
                OR EXISTS (SELECT 1 FROM topic_members t WHERE t."TopicId" = m."TopicId" AND t."Channel" = c."Channel" AND t."Address" = c."Address"))
            GROUP BY b."Id", b."StoryId", b."SeenAt"
            ORDER BY b."SeenAt" DESC, b."Id" DESC
            LIMIT {most}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    private static async Task<bool> IsForMany(BotDb db, List<string> topics, CancellationToken cancellationToken) =>
        await db.Set<SubscriptionRow>().Where(s => topics.Contains(s.TopicId)).Take(Many + 1).CountAsync(cancellationToken) > Many;

    /// <summary>
    /// An update for each chat that was sent the alert, or is being sent it; one that still waits is told as it now stands anyway. A second
    /// change before the first one left is one update.
    /// </summary>
    /// <returns>How many updates are newly owed.</returns>
    public static Task<int> OweUpdates(BotDb db, long bulletinId, Change change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Note")
            SELECT a."ChatId", a."StoryId", a."BulletinId", {(int)DeliveryKind.Update}, {(int)DeliveryState.Pending}, a."Priority", {at}, 0, {at}, {change.Note}
            FROM deliveries a
            JOIN chats c ON c."Id" = a."ChatId"
            WHERE a."BulletinId" = {bulletinId} AND a."Kind" = {(int)DeliveryKind.Alert} AND c."State" = 0 AND a."Priority" <= {(int)change.Least}
                AND (a."State" IN ({(int)DeliveryState.Sending}, {(int)DeliveryState.Sent}, {(int)DeliveryState.Unknown}) OR a."LeaseOwner" IS NOT NULL)
            ON CONFLICT ("ChatId", "StoryId", "Kind", "Subject") DO UPDATE SET
                "State" = excluded."State", "DueAt" = excluded."DueAt", "Attempts" = 0, "CreatedAt" = excluded."CreatedAt", "Reason" = NULL,
                "Note" = CASE WHEN deliveries."State" = {(int)DeliveryState.Pending} THEN deliveries."Note" || ',' || excluded."Note" ELSE excluded."Note" END
            WHERE deliveries."State" <> {(int)DeliveryState.Sending}
            """,
            cancellationToken);
    }

    /// <summary>Its source took it back: who was told is told so, and who was not is told nothing.</summary>
    public static async Task OweWithdrawal(BotDb db, long bulletinId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await OweUpdates(db, bulletinId, Change.Withdrawal, now, cancellationToken);
        await db.Set<FanOutRow>().Where(f => f.BulletinId == bulletinId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<DeliveryRow>()
            .Where(d => d.BulletinId == bulletinId && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Pending && d.LeaseOwner == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Suppressed).SetProperty(x => x.Reason, "withdrawn before it was sent"), cancellationToken);
    }
}
