using Bot.Sources;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Commands;

/// <summary>What the database knows of the sources; nothing where the program was never started.</summary>
internal static class SourceRows
{
    public static async Task<T> Ask<T>(IServiceProvider services, T without, Func<BotDb, Task<T>> question, CancellationToken cancellationToken)
    {
        var databases = services.GetRequiredService<BotDbFactory>();
        if (databases.SqliteFile is { } file && !File.Exists(file))
        {
            return without;
        }

        await using var db = databases.CreateDbContext();
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await services.GetRequiredService<DatabaseMigrator>().Migrate(cancellationToken);
        }

        return await question(db);
    }

    /// <summary>Puts the sources in force that admins made in a chat.</summary>
    public static Task AddKept(IServiceProvider services, CancellationToken cancellationToken) => Ask(services, true, async _ =>
    {
        await services.GetRequiredService<SourceKeeper>().Load(cancellationToken);
        return true;
    }, cancellationToken);

    public static Task<Dictionary<string, SourceRow>> All(IServiceProvider services, CancellationToken cancellationToken) =>
        Ask<Dictionary<string, SourceRow>>(services, [], db => db.Set<SourceRow>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken), cancellationToken);
}
