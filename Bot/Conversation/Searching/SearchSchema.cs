using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The search index's tables, which the model does not describe: a contentless FTS5 table on SQLite, a tsvector column on PostgreSQL.</summary>
internal static class SearchSchema
{
    private const long LockKey = 0x6661_7875_6e01;

    /// <summary>May run any number of times, from several processes.</summary>
    public static async Task Ensure(BotDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS bulletin_search ("BulletinId" bigint PRIMARY KEY, "Revision" integer NOT NULL, "Words" tsvector NOT NULL);
                CREATE INDEX IF NOT EXISTS "IX_bulletin_search_words" ON bulletin_search USING gin ("Words");
                """, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS bulletin_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
            CREATE TABLE IF NOT EXISTS bulletin_search ("BulletinId" INTEGER PRIMARY KEY, "Revision" INTEGER NOT NULL);
            """, cancellationToken);
    }
}
