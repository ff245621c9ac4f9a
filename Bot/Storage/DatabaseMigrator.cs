using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// Brings the schema up to date. On SQLite a process that was killed inside a migration leaves its lock row behind,
/// and every later start would wait for it for ever; the file lock beside the database proves that nobody is migrating, so the row can go.
/// </summary>
internal sealed class DatabaseMigrator(BotDbFactory factory)
{
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var db = factory.CreateDbContext();
        if (factory.SqliteFile is not { } file)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var fileLock = await Take(file + ".migrating", cancellationToken);
        await ForgetStaleLock(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> Take(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task ForgetStaleLock(BotDb db, CancellationToken cancellationToken)
    {
        var locks = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (locks > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
