using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Deliveries;

/// <summary>Which deliveries are taken first, and by whom.</summary>
[Collection("postgres")]
public sealed class DeliveryClaimsTests(PostgresServer postgres) : IDisposable
{
    private const long Busy = 9;

    private static readonly DateTimeOffset _due = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-claims-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["Sqlite", "Postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_chat_with_a_long_backlog_begins_early_in_its_own_order_and_behind_what_is_urgent(string database)
    {
        var databases = await Make(database);
        using var claims = Claims(databases);
        var backlog = Assert.Single(await claims.Backlogs(4, 200, Token));
        Assert.Equal(new Backlog(Busy, 10, "telegram", true), backlog);

        // Chats 1 to 8 are owed three each, one of them something urgent, and only then the busy one is owed its ten.
        var late = await claims.Claim(Of(6, ahead: []), Token);
        Assert.DoesNotContain(late, d => d.ChatId == Busy);
        var early = await claims.Claim(Of(6, ahead: new() { [Busy] = TimeSpan.FromMinutes(1) }), Token);
        Assert.Equal([Busy, Busy, Busy, Busy], early.Where(d => d.ChatId == Busy).Select(d => d.ChatId));
        Assert.Equal([101, 102, 103, 104], early.Where(d => d.ChatId == Busy).Select(d => d.StoryId));
        Assert.All(early.Where(d => d.ChatId == Busy), d => Assert.Equal(TimeSpan.FromMinutes(1), d.Ahead));
        Assert.Equal(2, early.Count(d => d.ChatId != Busy));
        Assert.Contains(late, d => d.Priority == (int)TopicPriority.Urgent);
        Assert.Equal(6, Assert.Single(await claims.Backlogs(4, 200, Token)).Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_one_holds_another_does_not_get_and_a_chat_that_rests_is_passed_over(string database)
    {
        var databases = await Make(database);
        await using (var db = databases.CreateDbContext())
        {
            await db.Set<ChatRow>().Where(c => c.Id == Busy).ExecuteUpdateAsync(c => c.SetProperty(x => x.PausedUntil, _due + TimeSpan.FromDays(1000)), Token);
        }

        using var one = Claims(databases);
        using var other = Claims(databases);
        var ahead = new Dictionary<long, TimeSpan> { [Busy] = TimeSpan.FromMinutes(1) };
        var first = await one.Claim(Of(10, ahead), Token);
        var second = await other.Claim(Of(100, ahead), Token);
        Assert.Equal(10, first.Count);
        Assert.Equal(14, second.Count);
        Assert.Empty(first.Select(d => d.Id).Intersect(second.Select(d => d.Id)));
        Assert.Empty(await one.Claim(Of(100, ahead), Token));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Claim Of(int most, Dictionary<long, TimeSpan> ahead) => new(most, 4, ["telegram"], [.. ahead.Keys], [.. ahead.Keys], ahead);

    private static DeliveryClaims Claims(BotDbFactory databases) =>
        new(databases, new Presence(databases, TimeProvider.System), Options.Create(new DeliveriesOptions()), TimeProvider.System);

    private async Task<BotDbFactory> Make(string database)
    {
        var provider = Enum.Parse<StorageProvider>(database);
        var databases = new BotDbFactory(Options.Create(new StorageOptions
        {
            Provider = provider,
            DataFolder = _folder,
            ConnectionString = provider == StorageProvider.Postgres ? await postgres.NewDatabase(Token) : null,
        }));
        await using var db = databases.CreateDbContext();
        await db.Database.EnsureCreatedAsync(Token);
        for (var chat = 1L; chat <= Busy; chat++)
        {
            db.Add(new ChatRow { Id = chat, Channel = "telegram", Address = $"{chat}", Kind = chat == Busy ? ChatKind.Group : ChatKind.Private, CreatedAt = _due });
        }

        await db.SaveChangesAsync(Token);
        foreach (var (chat, count) in Enumerable.Range(1, (int)Busy).Select(c => ((long)c, c == Busy ? 10 : 3)))
        {
            for (var i = 1; i <= count; i++)
            {
                db.Add(new DeliveryRow { ChatId = chat, StoryId = 100 + i, BulletinId = 1, Priority = chat == 5 && i == 1 ? 0 : 1, DueAt = _due.AddMilliseconds(chat == Busy ? 100 + i : i), CreatedAt = _due });
                await db.SaveChangesAsync(Token);
            }
        }

        return databases;
    }
}
