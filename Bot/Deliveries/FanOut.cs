using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Who is owed what, in one set-based statement inside the caller's transaction. The unique key of chat, story and kind makes a second
/// call, or a second bulletin of the same story, owe nothing more.
/// </summary>
internal static class FanOut
{
    /// <summary>An alert for each active chat that follows a matching topic and has not muted all of them; the most pressing topic decides its priority.</summary>
    /// <returns>How many chats are newly owed.</returns>
    public static Task<int> Owe(BotDb db, long bulletinId, long storyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt")
            SELECT s."ChatId", {storyId}, {bulletinId}, {(int)DeliveryKind.Alert}, {(int)DeliveryState.Pending}, MIN(m."Priority"), {at}, 0, {at}
            FROM matches m
            JOIN subscriptions s ON s."TopicId" = m."TopicId"
            JOIN chats c ON c."Id" = s."ChatId"
            WHERE m."BulletinId" = {bulletinId} AND c."State" = 0 AND (s."MutedUntil" IS NULL OR s."MutedUntil" <= {at})
            GROUP BY s."ChatId"
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>What is still pending for a story leaves with a bulletin that tells more of it and matches every topic of the one that was to be sent.</summary>
    public static Task<int> Prefer(BotDb db, long bulletinId, long storyId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE deliveries SET "BulletinId" = {bulletinId}
            WHERE "StoryId" = {storyId} AND "Kind" = {(int)DeliveryKind.Alert} AND "State" = {(int)DeliveryState.Pending} AND "LeaseOwner" IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM matches m WHERE m."BulletinId" = deliveries."BulletinId"
                        AND NOT EXISTS (SELECT 1 FROM matches n WHERE n."BulletinId" = {bulletinId} AND n."TopicId" = m."TopicId"))
            """,
            cancellationToken);

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
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt")
            SELECT {chatId}, b."StoryId", b."Id", {(int)DeliveryKind.Alert}, {(int)DeliveryState.Pending}, MIN(m."Priority"), {at}, 0, {at}
            FROM bulletins b
            JOIN matches m ON m."BulletinId" = b."Id"
            JOIN subscriptions s ON s."TopicId" = m."TopicId" AND s."ChatId" = {chatId}
            WHERE b."StoryId" = b."Id" AND b."SeenAt" >= {from} AND s."CreatedAt" >= {followedAt.ToUnixTimeMilliseconds()}
            GROUP BY b."Id", b."StoryId", b."SeenAt"
            ORDER BY b."SeenAt" DESC, b."Id" DESC
            LIMIT {most}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }
}
