using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>Makes contexts for the provider that the settings name. A context is short-lived and used by one flow of control.</summary>
internal sealed class BotDbFactory : IDbContextFactory<BotDb>
{
    private readonly Func<BotDb> _create;

    public BotDbFactory(IOptions<StorageOptions> options)
    {
        var settings = options.Value;
        Provider = settings.Provider;
        if (settings.Provider == StorageProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(settings.ConnectionString).Options;
            _create = () => new PostgresBotDb(postgres);
        }
        else
        {
            Directory.CreateDirectory(settings.DataFolder);
            SqliteFile = Path.GetFullPath(Path.Combine(settings.DataFolder, "faxun.db"));
            var sqlite = new DbContextOptionsBuilder<SqliteBotDb>()
                .UseSqlite(settings.ConnectionString ?? $"Data Source={SqliteFile}")
                .AddInterceptors(new SqlitePragmas())
                .Options;
            _create = () => new SqliteBotDb(sqlite);
        }
    }

    public StorageProvider Provider { get; }

    /// <summary>The file of the default SQLite database; null where the settings name a connection of their own or another provider.</summary>
    public string? SqliteFile { get; }

    public BotDb CreateDbContext() => _create();
}
