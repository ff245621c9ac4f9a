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
            ON CONFLICT ("ChatId", "StoryId", "Kind") DO UPDATE SET
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
        await db.Set<DeliveryRow>()
            .Where(d => d.BulletinId == bulletinId && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Pending && d.LeaseOwner == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Suppressed).SetProperty(x => x.Reason, "withdrawn before it was sent"), cancellationToken);
    }
}
