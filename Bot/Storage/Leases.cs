using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// Which process does what only one may do at a time. A lease has to be asked for again well before it runs out; a process that died loses
/// it then. SQLite has one process, so there whoever asks gets it.
/// </summary>
internal sealed class Leases(BotDbFactory databases, Presence presence, TimeProvider clock)
{
    /// <summary>This process, among those that share the database.</summary>
    public string Owner => presence.Owner;

    /// <returns>Whether this process has it now, for as long as given.</returns>
    public async Task<bool> Hold(string name, TimeSpan length, CancellationToken cancellationToken)
    {
        if (databases.Provider == StorageProvider.Sqlite)
        {
            return true;
        }

        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var until = now + (long)length.TotalMilliseconds;
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO leases ("Name", "Owner", "Until") VALUES ({name}, {Owner}, {until})
            ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner", "Until" = excluded."Until"
            WHERE leases."Owner" = excluded."Owner" OR leases."Until" < {now}
            """,
            cancellationToken) == 1;
    }

    /// <summary>Everyone who has a lease.</summary>
    public async Task<IReadOnlyList<string>> Owners(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<LeaseRow>().Select(l => l.Owner).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>What a process that died had is free.</summary>
    public async Task Forget(string owner, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<LeaseRow>().Where(l => l.Owner == owner).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task Release(string name, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<LeaseRow>().Where(l => l.Name == name && l.Owner == Owner).ExecuteDeleteAsync(cancellationToken);
    }
}
