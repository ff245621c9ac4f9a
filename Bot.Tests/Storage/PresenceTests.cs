using Bot.Storage;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Storage;

/// <summary>Several processes on one PostgreSQL: who has a lease, and who is known to be dead.</summary>
[Collection("postgres")]
public sealed class PresenceTests(PostgresServer postgres)
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_is_one_processs_until_it_runs_out_or_is_given_up()
    {
        var databases = await Database();
        var (first, second) = (new Leases(databases, new Presence(databases, _clock), _clock), new Leases(databases, new Presence(databases, _clock), _clock));
        Assert.True(await first.Hold("send", _lease, Token));
        Assert.False(await second.Hold("send", _lease, Token));
        Assert.True(await second.Hold("poll", _lease, Token));
        _clock.Advance(_lease / 2);
        Assert.True(await first.Hold("send", _lease, Token));
        _clock.Advance(_lease * 0.9);
        Assert.False(await second.Hold("send", _lease, Token));
        _clock.Advance(_lease * 0.2);
        Assert.True(await second.Hold("send", _lease, Token));
        Assert.False(await first.Hold("send", _lease, Token));
        await second.Release("send", Token);
        Assert.True(await first.Hold("send", _lease, Token));
    }

    [Fact]
    public async Task A_process_that_died_is_missed_within_seconds_and_a_living_one_never()
    {
        var databases = await Database();
        using var living = new Presence(databases, _clock);
        using var dying = new Presence(databases, _clock);
        using var watching = new Presence(databases, _clock);
        string[] all = [living.Owner, dying.Owner, watching.Owner];
        await living.StartAsync(Token);
        await dying.StartAsync(Token);
        await Eventually.Holds(async () => await Locks(databases) == 2, "both are seen", Token);
        Assert.Empty(await watching.Missed(all, Token));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await watching.Missed(all, Token));

        await dying.StopAsync(Token);
        await Eventually.Holds(async () => await Locks(databases) == 1, "its lock went with its connection", Token);
        Assert.Empty(await watching.Missed(all, Token));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([dying.Owner], await watching.Missed(all, Token));
        await living.StopAsync(Token);
    }

    private static async Task<int> Locks(BotDbFactory databases)
    {
        await using var db = databases.CreateDbContext();
        return await db.Database.SqlQuery<int>(
            $"""SELECT COUNT(*)::int AS "Value" FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""").SingleAsync(Token);
    }

    private async Task<BotDbFactory> Database()
    {
        var databases = new BotDbFactory(Options.Create(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = await postgres.NewDatabase(Token) }));
        await using var db = databases.CreateDbContext();
        await db.Database.EnsureCreatedAsync(Token);
        return databases;
    }
}
