using System.Runtime.CompilerServices;
using Bot.Bulletins;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>
/// Full text over the archive. Bulletins are taken in after they were stored, in their newest revision; what came since is
/// taken in before each search, so a search misses nothing that is stored.
/// </summary>
internal sealed class SearchIndex(IDbContextFactory<BotDb> databases) : IDisposable
{
    private const int Batch = 200;

    private readonly SemaphoreSlim _indexing = new(1, 1);
    private bool _ready;

    /// <returns>The ids of the stories that hold all that is wanted, newest first, and how many there are in all.</returns>
    public async Task<(IReadOnlyList<long> Ids, int Total)> Search(SearchQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        await TakeIn(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (held, values) = db.Database.IsNpgsql() ? Postgres(query) : Sqlite(query);
        var at = values.Count;
        var ids = await db.Database.SqlQuery<long>(FormattableStringFactory.Create(
            $"""SELECT b."Id" AS "Value" FROM {held} AND b."StoryId" = b."Id" ORDER BY b."SeenAt" DESC, b."Id" DESC LIMIT {Place(at)} OFFSET {Place(at + 1)}""",
            [.. values, take, skip])).ToListAsync(cancellationToken);
        var total = await db.Database.SqlQuery<int>(FormattableStringFactory.Create(
            $"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM {held} AND b."StoryId" = b."Id" """, [.. values])).ToListAsync(cancellationToken);
        return (ids, total[0]);
    }

    /// <summary>Takes in every bulletin that is new or was revised.</summary>
    public async Task TakeIn(CancellationToken cancellationToken)
    {
        await _indexing.WaitAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (!_ready)
            {
                await SearchSchema.Ensure(db, cancellationToken);
                _ready = true;
            }

            while (await Missing(db, cancellationToken) is { Count: > 0 } missing)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                foreach (var bulletin in missing)
                {
                    await Put(db, bulletin, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
            }
        }
        finally
        {
            _indexing.Release();
        }
    }

    public void Dispose() => _indexing.Dispose();

    private static async Task<List<BulletinRow>> Missing(BotDb db, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQuery<long>(
            $"""
            SELECT b."Id" AS "Value" FROM bulletins b
            WHERE NOT EXISTS (SELECT 1 FROM bulletin_search s WHERE s."BulletinId" = b."Id" AND s."Revision" = b."Revision")
            ORDER BY b."Id" LIMIT {Batch}
            """).ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await db.Set<BulletinRow>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancellationToken);
    }

    private static async Task Put(BotDb db, BulletinRow bulletin, CancellationToken cancellationToken)
    {
        var words = SearchText.Of(bulletin);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO bulletin_search ("BulletinId", "Revision", "Words") VALUES ({bulletin.Id}, {bulletin.Revision}, to_tsvector('simple', {words}))
                ON CONFLICT ("BulletinId") DO UPDATE SET "Revision" = excluded."Revision", "Words" = excluded."Words"
                """, cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM bulletin_words WHERE rowid = {bulletin.Id}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO bulletin_words (rowid, words) VALUES ({bulletin.Id}, {words})", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO bulletin_search ("BulletinId", "Revision") VALUES ({bulletin.Id}, {bulletin.Revision})
            ON CONFLICT ("BulletinId") DO UPDATE SET "Revision" = excluded."Revision"
            """, cancellationToken);
    }

    /// <summary>The words hold letters, digits and blanks alone, so a quote cannot end early.</summary>
    private static (string Held, List<object> Values) Sqlite(SearchQuery query)
    {
        var match = string.Join(' ', query.Wanted.Select(w => $"\"{w}\"")) + string.Concat(query.Unwanted.Select(w => $" NOT \"{w}\""));
        return ("bulletin_words JOIN bulletins b ON b.\"Id\" = bulletin_words.rowid WHERE bulletin_words MATCH {0}", [match]);
    }

    private static (string Held, List<object> Values) Postgres(SearchQuery query)
    {
        List<object> values = [.. query.Wanted, .. query.Unwanted];
        var match = string.Join(" && ", values.Select((_, i) => $"{(i < query.Wanted.Count ? "" : "!!")}phraseto_tsquery('simple', {Place(i)})"));
        return ($"bulletin_search s JOIN bulletins b ON b.\"Id\" = s.\"BulletinId\" WHERE s.\"Words\" @@ ({match})", values);
    }

    private static string Place(int index) => "{" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}";
}
