using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>
/// The database, without a word about what is in it: each stage's folder describes its own rows
/// (<c>XRow</c> with an <see cref="IEntityTypeConfiguration{TEntity}"/> beside it), and they are read with <c>Set&lt;XRow&gt;()</c>.
/// Moments are stored as UTC Unix milliseconds on every provider, so that they sort and compare in SQL.
/// </summary>
internal abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}

internal sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options);

internal sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options);
