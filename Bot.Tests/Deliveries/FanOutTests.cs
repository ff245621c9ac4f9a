using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Deliveries;

/// <summary>Who is owed a bulletin, where they are few and where they are very many.</summary>
[Collection("postgres")]
public sealed class FanOutTests(PostgresServer postgres) : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-fanout-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["Sqlite", "Postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_most_pressing_of_several_topics_decides_and_nobody_is_owed_a_story_twice(string database)
    {
        var databases = await Make(database, chats: 6, topics: 3);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        Assert.Equal(6, await FanOut.Owe(db, 1, 1, _now, Token));
        Assert.Equal(0, await FanOut.Owe(db, 1, 1, _now, Token));
        await transaction.CommitAsync(Token);
        Assert.Equal([0, 0, 0, 0, 0, 0], await db.Set<DeliveryRow>().Select(d => d.Priority).ToListAsync(Token));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_chat_that_was_owed_the_story_for_a_bulletin_that_is_gone_is_not_owed_it_again(string database)
    {
        var databases = await Make(database, chats: 3, topics: 1);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        db.Add(new DeliveryRow { ChatId = 2, StoryId = 1, BulletinId = 77, State = DeliveryState.Sent, DueAt = _now, CreatedAt = _now });
        await db.SaveChangesAsync(Token);
        Assert.Equal(2, await FanOut.Owe(db, 1, 1, _now, Token));
        await transaction.CommitAsync(Token);
        Assert.Equal([1, 2, 3], await db.Set<DeliveryRow>().Select(d => d.ChatId).Order().ToListAsync(Token));
    }

    [Fact]
    public async Task One_for_very_many_is_owed_in_steps_that_a_restart_goes_on_with()
    {
        const int Chats = 45_000;
        var databases = await Make("Sqlite", Chats, topics: 2);
        await using (var db = databases.CreateDbContext())
        {
            Assert.Equal(0, await FanOut.Owe(db, 1, 1, _now, Token));
        }

        Assert.True(await Desk(databases).Step(Token));
        await using (var db = databases.CreateDbContext())
        {
            Assert.InRange(await db.Set<DeliveryRow>().CountAsync(Token), 1, Chats - 1);
        }

        await Desk(databases).Finish(Token);
        await using (var db = databases.CreateDbContext())
        {
            Assert.Equal(Chats, await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Pending && d.StoryId == 1, Token));
            Assert.Equal(Chats, await db.Set<DeliveryRow>().Select(d => d.ChatId).Distinct().CountAsync(Token));
            Assert.Empty(await db.Set<FanOutRow>().ToListAsync(Token));
        }
    }

    [Fact]
    public async Task One_that_is_told_more_fully_meanwhile_goes_on_with_the_fuller_telling()
    {
        var databases = await Make("Sqlite", 45_000, topics: 1);
        await using var db = databases.CreateDbContext();
        await FanOut.Owe(db, 1, 1, _now, Token);
        await Desk(databases).Step(Token);
        db.Add(new BulletinRow { Id = 2, SourceId = "paper", EntryKey = "2", StoryId = 1, Fingerprint = "2", Title = "云岭法院公告全文", Summary = "摘要。", SeenAt = _now });
        db.Add(new MatchRow { BulletinId = 2, TopicId = "topic0", MatchedAt = _now });
        await db.SaveChangesAsync(Token);
        await FanOut.Prefer(db, 2, 1, Token);
        await Desk(databases).Finish(Token);
        Assert.Equal(45_000, await db.Set<DeliveryRow>().CountAsync(d => d.BulletinId == 2 && d.StoryId == 1, Token));
        Assert.Equal(45_000, await db.Set<DeliveryRow>().CountAsync(Token));
    }

    [Fact]
    public async Task One_that_is_withdrawn_meanwhile_goes_to_nobody_more()
    {
        var databases = await Make("Sqlite", 45_000, topics: 1);
        await using var db = databases.CreateDbContext();
        await FanOut.Owe(db, 1, 1, _now, Token);
        await Desk(databases).Step(Token);
        await FanOut.OweWithdrawal(db, 1, _now, Token);
        await Desk(databases).Finish(Token);
        Assert.Equal(0, await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Pending, Token));
        Assert.InRange(await db.Set<DeliveryRow>().CountAsync(Token), 1, 44_999);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static FanOutDesk Desk(BotDbFactory databases) => new(databases, new DeliverySignal(), TimeProvider.System, NullLogger<FanOutDesk>.Instance);

    /// <summary>Chats that all follow all topics, of priority 0, 1 and so on, and a bulletin that matches them.</summary>
    private async Task<BotDbFactory> Make(string database, int chats, int topics)
    {
        var provider = Enum.Parse<StorageProvider>(database);
        var databases = new BotDbFactory(Options.Create(new StorageOptions
        {
            Provider = provider,
            DataFolder = _folder,
            ConnectionString = provider == StorageProvider.Postgres ? await postgres.NewDatabase(Token) : null,
        }));
        await using var db = databases.CreateDbContext();
        await db.Database.MigrateAsync(Token);
        db.Add(new BulletinRow { Id = 1, SourceId = "court", EntryKey = "1", StoryId = 1, Fingerprint = "1", Title = "云岭法院公告", Summary = "摘要。", SeenAt = _now });
        db.AddRange(Enumerable.Range(0, topics).Select(i => new MatchRow { BulletinId = 1, TopicId = $"topic{i}", Priority = (TopicPriority)i, MatchedAt = _now }));
        db.Add(new ChatRow { Id = 1, Channel = "telegram", Address = "1", CreatedAt = _now });
        await db.SaveChangesAsync(Token);
        var (columns, series) = (string.Join(", ", db.Model.FindEntityType(typeof(ChatRow))!.GetProperties().Select(p => p.Name).Where(n => n is not ("Id" or "Address")).Select(n => $"\"{n}\"")),
            provider == StorageProvider.Postgres ? $"generate_series(2, {chats}) i" : $"(WITH RECURSIVE s(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM s WHERE i < {chats}) SELECT i FROM s)");
        var more = $"""INSERT INTO chats ("Id", "Address", {columns}) SELECT i, '' || i, {columns} FROM {series} JOIN chats ON "Id" = 1""";
        await db.Database.ExecuteSqlRawAsync(more, Token);
        for (var i = 0; i < topics; i++)
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO subscriptions ("TopicId", "ChatId", "CreatedAt") SELECT {$"topic{i}"}, "Id", 0 FROM chats""", Token);
        }

        return databases;
    }
}
