namespace Bot.Deliveries;

/// <summary>The statements that claim and change deliveries, the same on SQLite and PostgreSQL but for the locks.</summary>
internal static class DeliverySql
{
    /// <summary>Digests and what else comes later than low.</summary>
    private const int LastPriority = 3;

    /// <summary>
    /// Free, due deliveries of active chats, at most so many of one chat at a time. Each priority is looked for by itself, so that what is
    /// due later is never looked at.
    /// </summary>
    public static string Claim(bool isPostgres) =>
        $$"""
        UPDATE deliveries SET "LeaseOwner" = @owner, "LeaseUntil" = @until
        WHERE "Id" IN (
            SELECT "Id" FROM (
                SELECT "Id", "Priority", "DueAt", ROW_NUMBER() OVER (PARTITION BY "ChatId" ORDER BY "Priority", "DueAt", "Id") AS "Place"
                FROM ({{string.Join(" UNION ALL ", Enumerable.Range(0, LastPriority + 1).Select(p => Candidates(p, isPostgres)))}}) free
            ) places
            WHERE "Place" <= @ofOne
            ORDER BY "Priority", "DueAt", "Id"
            LIMIT @most
        ) AND "State" = 0 AND "LeaseOwner" IS NULL
        RETURNING "Id"
        """;

    /// <summary>1 where anything is free and due.</summary>
    public static string IsAnyFree { get; } =
        $"""
        SELECT {string.Join(" OR ", Enumerable.Range(0, LastPriority + 1).Select(p =>
            $"EXISTS (SELECT 1 FROM deliveries WHERE \"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL AND \"Priority\" {(p == LastPriority ? ">=" : "=")} {p} AND \"DueAt\" <= @now)"))}
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
        Transition.End { IsMerged: true } => EndOf("""("Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner) OR ("MergedInto" = @id AND "State" = 0)"""),
        _ => EndOf("""("Id" = @id AND "State" IN (0, 1) AND "LeaseOwner" = @owner)"""),
    };

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

    private static string Candidates(int priority, bool isPostgres)
    {
        var isPriority = priority == LastPriority ? $"d.\"Priority\" >= {LastPriority}" : $"d.\"Priority\" = {priority}";
        var leftOut = priority == 0 ? "@withoutUrgent" : "@without";
        return $$"""
            SELECT * FROM (
                SELECT d."Id", d."ChatId", d."Priority", d."DueAt" FROM deliveries d
                WHERE d."State" = 0 AND d."LeaseOwner" IS NULL AND d."MergedInto" IS NULL AND {{isPriority}} AND d."DueAt" <= @now
                    AND {{NotIn("d.\"ChatId\"", leftOut, isPostgres)}}
                    AND EXISTS (
                        SELECT 1 FROM chats c WHERE c."Id" = d."ChatId" AND c."State" = 0
                            AND (c."PausedUntil" IS NULL OR c."PausedUntil" <= @now) AND {{In("c.\"Channel\"", "@channels", isPostgres)}})
                ORDER BY d."Priority", d."DueAt", d."Id"
                LIMIT @most{{(isPostgres ? " FOR UPDATE OF d SKIP LOCKED" : "")}}
            ) c{{priority}}
            """;
    }

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
