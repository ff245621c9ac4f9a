namespace Bot.Deliveries;

/// <summary>The statements that claim and change deliveries, the same on SQLite and PostgreSQL but for the locks.</summary>
internal static class DeliverySql
{
    /// <summary>Digests and what else comes later than low.</summary>
    private const int LastPriority = 3;

    /// <summary>
    /// Free, due deliveries of active chats, at most so many of one chat at a time. Each priority is looked for by itself, so that what is
    /// due later is never looked at; and so is each chat whose backlog puts it ahead.
    /// </summary>
    public static string Claim(bool isPostgres, bool isAnyAhead)
    {
        var free = Enumerable.Range(0, LastPriority + 1).Select(p => Candidates(p, isPostgres)).Concat(isAnyAhead ? [Ahead(isPostgres)] : []);
        var claim = $"""
            UPDATE deliveries SET "LeaseOwner" = @owner, "LeaseUntil" = @until
            WHERE "Id" IN (
                SELECT "Id" FROM (
                    SELECT "Id", "Priority", "DueAt", "By", ROW_NUMBER() OVER (PARTITION BY "ChatId" ORDER BY "Priority", "DueAt", "Id") AS "Place"
                    FROM ({string.Join(" UNION ALL ", free)}) free
                ) places
                WHERE "Place" <= @ofOne OR "By" > 0
                ORDER BY "Priority", "DueAt" - "By", "Id"
                LIMIT @most
            ) AND {Free()}
            """;
        return isPostgres
            ? $"""
                WITH claimed AS ({claim} RETURNING *)
                {Read("claimed")}
                ORDER BY d."Priority", d."DueAt", d."Id"
                """
            : claim + " RETURNING \"Id\"";
    }

    /// <summary>What was claimed, for SQLite, which changes and reads in two steps.</summary>
    public static string Details { get; } =
        $"""
        {Read("deliveries")}
        WHERE d."Id" IN (SELECT value FROM json_each(@ids))
        ORDER BY d."Priority", d."DueAt", d."Id"
        """;

    /// <summary>Read along an index that holds nothing but what is free, chat by chat; SQLite would rather sort.</summary>
    public static string Backlogs(bool isPostgres) =>
        $"""
        SELECT b."ChatId", b."Count", c."Channel", c."Kind"
        FROM (
            SELECT "ChatId", CAST(COUNT(*) AS INT) AS "Count" FROM deliveries {(isPostgres ? "" : "INDEXED BY \"IX_deliveries_owed\"")}
            WHERE {Free()} AND "DueAt" <= @now
            GROUP BY "ChatId"
            HAVING COUNT(*) > @beyond
        ) b
        JOIN chats c ON c."Id" = b."ChatId"
        WHERE c."State" = 0
        ORDER BY b."Count" DESC, b."ChatId"
        LIMIT @most
        """;

    /// <summary>1 where anything is free and due.</summary>
    public static string IsAnyFree { get; } =
        $"""
        SELECT {string.Join(" OR ", Enumerable.Range(0, LastPriority + 1).Select(p =>
            $"EXISTS (SELECT 1 FROM deliveries WHERE {Free()} AND \"Priority\" {(p == LastPriority ? ">=" : "=")} {p} AND \"DueAt\" <= @now)"))}
        """;

    public static string Of(Transition transition) => transition switch
    {
        Transition.Mark =>
            """
            UPDATE deliveries SET "State" = 1, "Attempts" = @attempt, "LeaseUntil" = @until
            WHERE "Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner
            """,
        Transition.Part =>
            """
            UPDATE deliveries SET "State" = 0, "Parts" = @parts, "MessageId" = COALESCE("MessageId", @message), "LeaseUntil" = @until
            WHERE "Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner
            """,
        Transition.End { IsMerged: true } => _endWithMerged,
        _ => _end,
    };

    /// <summary>Any number of changes at once, for PostgreSQL; answers with those that were still this process's to change.</summary>
    public const string ChangeAll =
        """
        UPDATE deliveries d SET
            "State" = c.state,
            "Attempts" = COALESCE(c.attempt, d."Attempts"),
            "Parts" = COALESCE(c.parts, d."Parts"),
            "Reason" = CASE WHEN c.ends THEN c.reason ELSE d."Reason" END,
            "MessageId" = CASE WHEN c.ends THEN COALESCE(c.message, d."MessageId") ELSE COALESCE(d."MessageId", c.message) END,
            "SentAt" = COALESCE(c.sent, d."SentAt"),
            "LeaseOwner" = CASE WHEN c.ends THEN NULL ELSE d."LeaseOwner" END,
            "LeaseUntil" = CASE WHEN c.ends THEN NULL ELSE @until END
        FROM unnest(@ids, @states, @attempts, @parts, @ends, @reasons, @messages, @sents) c(id, state, attempt, parts, ends, reason, message, sent)
        WHERE d."Id" = c.id AND d."State" IN (0, 1) AND d."LeaseOwner" = @owner
        RETURNING d."Id"
        """;

    /// <summary>The end of what shares a message with another delivery, for PostgreSQL.</summary>
    public const string EndOfMerged =
        """
        UPDATE deliveries SET "State" = @state, "Reason" = NULLIF(@reason, ''), "MessageId" = COALESCE(NULLIF(@message, ''), "MessageId"), "SentAt" = COALESCE(NULLIF(@sent, 0), "SentAt"),
            "LeaseOwner" = NULL, "LeaseUntil" = NULL
        WHERE "MergedInto" = @id AND "State" = 0
        """;

    /// <summary>For <see cref="ChangeAll"/>.</summary>
    public static IEnumerable<(string Name, object Value)> Values(IReadOnlyList<Transition> changes, string owner, long now, long until, int mostOfReason)
    {
        object Each<T>(Func<Transition, T> value) => changes.Select(value).ToArray();

        yield return ("@ids", Each(c => c.Id));
        yield return ("@states", Each(c => c switch { Transition.Mark => (int)DeliveryState.Sending, Transition.End end => (int)end.State, _ => (int)DeliveryState.Pending }));
        yield return ("@attempts", Each(c => c is Transition.Mark mark ? mark.Attempt : (int?)null));
        yield return ("@parts", Each(c => c is Transition.Part part ? part.Parts : (int?)null));
        yield return ("@ends", Each(c => c is Transition.End));
        yield return ("@reasons", Each(c => c is Transition.End { Reason: { } why } ? Bounded(why, mostOfReason) : null));
        yield return ("@messages", Each(c => c switch { Transition.End end => end.MessageId, Transition.Part part => part.MessageId, _ => null }));
        yield return ("@sents", Each(c => c is Transition.End { State: DeliveryState.Sent } ? now : (long?)null));
        yield return ("@until", until);
        yield return ("@owner", owner);
    }

    /// <summary>For <see cref="EndOfMerged"/>; nothing is empty or zero.</summary>
    public static IEnumerable<(string Name, object Value)> EndValues(Transition.End end, long now, int mostOfReason)
    {
        yield return ("@id", end.Id);
        yield return ("@state", (int)end.State);
        yield return ("@reason", end.Reason is { } why ? Bounded(why, mostOfReason) : "");
        yield return ("@message", end.MessageId ?? "");
        yield return ("@sent", end.State == DeliveryState.Sent ? now : 0L);
    }

    public static IEnumerable<(string Name, object Value)> Values(Transition transition, string owner, long now, long until, int mostOfReason)
    {
        yield return ("@id", transition.Id);
        yield return ("@owner", owner);
        if (transition is Transition.Mark(_, var attempt))
        {
            yield return ("@attempt", attempt);
            yield return ("@until", until);
        }
        else if (transition is Transition.Part(_, var parts, var first))
        {
            yield return ("@parts", parts);
            yield return ("@message", first);
            yield return ("@until", until);
        }
        else if (transition is Transition.End end)
        {
            yield return ("@state", (int)end.State);
            yield return ("@reason", end.Reason is { } why ? Bounded(why, mostOfReason) : DBNull.Value);
            yield return ("@message", end.MessageId is { } message ? message : DBNull.Value);
            yield return ("@sent", end.State == DeliveryState.Sent ? now : DBNull.Value);
        }
    }

    private static readonly string _end = EndOf("""("Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner)""");

    private static readonly string _endWithMerged = EndOf("""("Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner) OR ("MergedInto" = @id AND "State" = 0)""");

    private static string Candidates(int priority, bool isPostgres)
    {
        var isPriority = priority == LastPriority ? $"d.\"Priority\" >= {LastPriority}" : $"d.\"Priority\" = {priority}";
        var leftOut = priority == 0 ? "@withoutUrgent" : "@without";
        return $$"""
            SELECT * FROM (
                SELECT d."Id", d."ChatId", d."Priority", d."DueAt", 0 AS "By" FROM deliveries d
                WHERE {{Free("d.")}} AND {{isPriority}} AND d."DueAt" <= @now
                    AND {{NotIn("d.\"ChatId\"", leftOut, isPostgres)}}
                    AND EXISTS (SELECT 1 FROM chats c WHERE c."Id" = d."ChatId" AND {{IsOpen(isPostgres)}})
                ORDER BY d."Priority", d."DueAt", d."Id"
                LIMIT @most{{(isPostgres ? " FOR UPDATE OF d SKIP LOCKED" : "")}}
            ) c{{priority}}
            """;
    }

    private static string Ahead(bool isPostgres)
    {
        var ofChat = $"FROM deliveries f WHERE f.\"ChatId\" = c.\"Id\" AND {Free("f.")} AND f.\"DueAt\" <= @now ORDER BY f.\"Priority\", f.\"DueAt\", f.\"Id\" LIMIT @ofOne";
        return isPostgres
            ? $"""
                SELECT * FROM (
                    SELECT d."Id", d."ChatId", d."Priority", d."DueAt", a.early AS "By"
                    FROM unnest(@ahead, @by) a(chat, early)
                    JOIN chats c ON c."Id" = a.chat AND {IsOpen(isPostgres)}
                    CROSS JOIN LATERAL (SELECT f.* {ofChat} FOR UPDATE SKIP LOCKED) d
                ) ahead
                """
            : $"""
                SELECT * FROM (
                    SELECT d."Id", d."ChatId", d."Priority", d."DueAt", b.value AS "By"
                    FROM json_each(@ahead) a
                    JOIN json_each(@by) b ON b.key = a.key
                    JOIN chats c ON c."Id" = a.value AND {IsOpen(isPostgres)}
                    JOIN deliveries d ON d."Id" IN (SELECT f."Id" {ofChat})
                ) ahead
                """;
    }

    private static string Read(string from) =>
        $"""
        SELECT d."Id", d."ChatId", d."StoryId", d."BulletinId", d."Kind", d."Subject", d."Priority", d."DueAt", d."Attempts", d."CreatedAt", d."Note", d."Parts",
            CASE WHEN d."Kind" = {(int)DeliveryKind.Update} THEN (
                SELECT a."MessageId" FROM deliveries a WHERE a."ChatId" = d."ChatId" AND a."StoryId" = d."StoryId" AND a."Kind" = {(int)DeliveryKind.Alert} LIMIT 1) END,
            CAST((SELECT COUNT(*) FROM deliveries m WHERE m."MergedInto" = d."Id" AND m."State" = 0) AS INT),
            c."Length", c."Returns", c."Channel", c."Address", c."Kind", c."Language", c."TimeZone"
        FROM {from} d
        JOIN chats c ON c."Id" = d."ChatId"
        """;

    private static string IsOpen(bool isPostgres) =>
        $"""c."State" = 0 AND (c."PausedUntil" IS NULL OR c."PausedUntil" <= @now) AND {In("c.\"Channel\"", "@channels", isPostgres)}""";

    /// <summary>Worded as the indexes word it.</summary>
    private static string Free(string table = "") => $"""{table}"State" = 0 AND {table}"LeaseOwner" IS NULL AND {table}"MergedInto" IS NULL""";

    private static string In(string value, string list, bool isPostgres) =>
        isPostgres ? $"{value} = ANY({list})" : $"{value} IN (SELECT value FROM json_each({list}))";

    private static string NotIn(string value, string list, bool isPostgres) =>
        isPostgres ? $"{value} <> ALL({list})" : $"{value} NOT IN (SELECT value FROM json_each({list}))";

    private static string EndOf(string which) =>
        $"""
        UPDATE deliveries SET "State" = @state, "Reason" = @reason, "MessageId" = COALESCE(@message, "MessageId"), "SentAt" = COALESCE(@sent, "SentAt"),
            "LeaseOwner" = NULL, "LeaseUntil" = NULL
        WHERE {which}
        """;

    private static string Bounded(string why, int most)
    {
        var clean = why.Replace("\0", "", StringComparison.Ordinal);
        return clean.Length <= most ? clean : clean[..most];
    }
}
