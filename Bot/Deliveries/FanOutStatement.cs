using System.Runtime.CompilerServices;
using Bot.Bulletins;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Deliveries;

/// <summary>
/// The statement that owes a bulletin to those who follow its topics. It asks no more than there is to ask: nothing is grouped for one
/// topic, and members are looked for only where a topic is closed, so that it costs little more than the rows that it writes. Chats come in
/// order, which is that of the indexes that the rows go into.
/// </summary>
internal static class FanOutStatement
{
    /// <param name="chats">Behind which chat, and up to which one; null for all.</param>
    public static async Task<int> Owe(
        BotDb db, long bulletinId, long storyId, IReadOnlyCollection<string> topics, (long Past, long UpTo)? chats, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var matches = await db.Set<MatchRow>().Where(m => m.BulletinId == bulletinId && topics.Contains(m.TopicId))
            .Select(m => new Match(m.TopicId, (int)m.Priority, db.Set<ClosedTopicRow>().Any(x => x.TopicId == m.TopicId))).ToListAsync(cancellationToken);
        if (matches.Count == 0)
        {
            return 0;
        }

        var allowed = await AllowedLimits(db, bulletinId, cancellationToken);
        List<object> values = [];
        var at = Value(now.ToUnixTimeMilliseconds());
        var (from, topic) = matches is [var only]
            ? ("subscriptions s", $"s.\"TopicId\" = {Value(only.TopicId)}")
            : ("matches m JOIN subscriptions s ON s.\"TopicId\" = m.\"TopicId\"", $"m.\"BulletinId\" = {Value(bulletinId)} AND m.\"TopicId\" IN ({Values(matches.Select(m => m.TopicId))})");
        var isLimited = allowed.Count == 0 ? "" : $" OR s.\"Limits\" IN ({Values(allowed)})";
        var isMember = matches.Exists(m => m.IsClosed)
            ? """
              AND (NOT EXISTS (SELECT 1 FROM closed_topics x WHERE x."TopicId" = s."TopicId")
                OR EXISTS (SELECT 1 FROM topic_members t WHERE t."TopicId" = s."TopicId" AND t."Channel" = c."Channel" AND t."Address" = c."Address"))
              """
            : "";
        var isWithin = chats is (var past, var upTo) ? $"AND s.\"ChatId\" > {Value(past)} AND s.\"ChatId\" <= {Value(upTo)}" : "";
        var who = $"""
            FROM {from}
            JOIN chats c ON c."Id" = s."ChatId"
            WHERE {topic} {isWithin} AND c."State" = {(int)ChatState.Active}
                AND (s."MutedUntil" IS NULL OR s."MutedUntil" <= {at}) AND (s."Limits" IS NULL{isLimited}) {isMember}
            """;
        var isQuiet = $"""c."HushFrom" <= {at} AND c."HushUntil" > {at}""";
        var chosen = matches is [var alone]
            ? $"""
                SELECT c."Id" AS "ChatId", {alone.Priority} AS "Priority",
                    CASE WHEN s."Mode" >= {(int)FollowMode.Daily} THEN s."Mode"
                        WHEN {isQuiet}{(alone.Priority > 0 ? "" : " AND c.\"QuietHoldsUrgent\"")} THEN {(int)DigestKind.Quiet}
                        ELSE 0 END AS "Digest"
                {who}
                """
            : $"""
                SELECT c."Id" AS "ChatId", MIN(CASE WHEN s."Mode" < {(int)FollowMode.Daily} THEN m."Priority" ELSE m."Priority" + 10 END) % 10 AS "Priority",
                    CASE WHEN MIN(s."Mode") >= {(int)FollowMode.Daily} THEN MIN(s."Mode")
                        WHEN {isQuiet}
                            AND (c."QuietHoldsUrgent" OR MIN(CASE WHEN s."Mode" < {(int)FollowMode.Daily} THEN m."Priority" ELSE 9 END) > 0) THEN {(int)DigestKind.Quiet}
                        ELSE 0 END AS "Digest"
                {who}
                GROUP BY c."Id"
                """;
        // SQLite goes along the followers' index by itself; PostgreSQL would fill its indexes at random.
        var inOrder = db is PostgresBotDb ? " ORDER BY o.\"ChatId\"" : "";
        var statement = $"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Digest")
            SELECT o."ChatId", {Value(storyId)}, {Value(bulletinId)}, {(int)DeliveryKind.Alert},
                CASE WHEN o."Digest" = 0 THEN {(int)DeliveryState.Pending} ELSE {(int)DeliveryState.Gathered} END, o."Priority", {at}, 0, {at}, o."Digest"
            FROM ({chosen}) o
            WHERE TRUE{inOrder}

            """;
        FormattableString whole = FormattableStringFactory.Create(statement + "ON CONFLICT DO NOTHING", [.. values]), bare = FormattableStringFactory.Create(statement, [.. values]);
        return await (db is PostgresBotDb && await IsFirst(db, bulletinId, storyId, cancellationToken)
            ? WithoutLooking(db, bare, whole, cancellationToken)
            : db.Database.ExecuteSqlAsync(whole, cancellationToken));

        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }

        string Values(IEnumerable<string> several) => string.Join(", ", several.Select(Value));
    }

    /// <summary>Of the different limits that followers of the bulletin's topics have, those that it passes; most have none.</summary>
    private static async Task<IReadOnlyList<string>> AllowedLimits(BotDb db, long bulletinId, CancellationToken cancellationToken)
    {
        var limits = await db.Database.SqlQuery<string>(
            $"""
            SELECT DISTINCT s."Limits" AS "Value" FROM matches m JOIN subscriptions s ON s."TopicId" = m."TopicId"
            WHERE m."BulletinId" = {bulletinId} AND s."Limits" IS NOT NULL
            """).ToListAsync(cancellationToken);
        if (limits.Count == 0)
        {
            return [];
        }

        var bulletin = await db.Set<BulletinRow>().AsNoTracking().Where(b => b.Id == bulletinId).Select(b => new { b.SourceId, b.Regions }).SingleAsync(cancellationToken);
        return [.. limits.Where(limit => FollowLimits.Parse(limit).Allow(bulletin.SourceId, bulletin.Regions))];
    }

    /// <summary>Whether nobody can have been owed this story before.</summary>
    private static async Task<bool> IsFirst(BotDb db, long bulletinId, long storyId, CancellationToken cancellationToken) =>
        bulletinId == storyId
        && !await db.Set<BulletinRow>().AnyAsync(b => b.StoryId == storyId && b.Id != bulletinId, cancellationToken)
        && !await db.Set<DeliveryRow>().AnyAsync(d => d.BulletinId == bulletinId, cancellationToken);

    /// <summary>Looking for each chat whether it is owed already takes PostgreSQL nearly half as long again; where one is all the same, it is done once more, with looking.</summary>
    private static async Task<int> WithoutLooking(BotDb db, FormattableString bare, FormattableString whole, CancellationToken cancellationToken)
    {
        const string Before = "before_owing";
        var transaction = db.Database.CurrentTransaction;
        await (transaction?.CreateSavepointAsync(Before, cancellationToken) ?? Task.CompletedTask);
        try
        {
            return await db.Database.ExecuteSqlAsync(bare, cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await (transaction?.RollbackToSavepointAsync(Before, cancellationToken) ?? Task.CompletedTask);
            return await db.Database.ExecuteSqlAsync(whole, cancellationToken);
        }
    }

    private sealed record Match(string TopicId, int Priority, bool IsClosed);
}
