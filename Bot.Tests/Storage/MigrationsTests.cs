using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Storage;

public sealed class MigrationsTests
{
    [Fact]
    public void The_migrations_of_SQLite_say_what_the_model_says()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_of_PostgreSQL_say_what_the_model_says()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
