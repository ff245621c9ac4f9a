using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Storage;

/// <summary>
/// This process among those that share a PostgreSQL: it holds a lock that goes with its connection, so that others see within seconds that
/// it died and need not wait for its leases to run out. Leases remain what counts where a connection only seems to be gone: a process is
/// missed only after it was not seen twice. SQLite has one process and needs none of this.
/// </summary>
internal sealed class Presence(BotDbFactory databases, TimeProvider clock) : BackgroundService
{
    /// <summary>The first half of the locks' keys; the second one is the owner's name as a number.</summary>
    private const int Locks = 0x66617875;

    /// <summary>Longer than a living process takes to come back after its connection broke.</summary>
    private static readonly TimeSpan _missedAfter = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, long> _notSeenSince = [];

    /// <summary>This process's name in all leases.</summary>
    public string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>How often it is worth asking who is missed; null where there is nobody else.</summary>
    public TimeSpan? Look => databases.Provider == StorageProvider.Postgres ? _beat : null;

    /// <returns>Those of the owners that are dead.</returns>
    public async Task<IReadOnlyList<string>> Missed(IEnumerable<string> owners, CancellationToken cancellationToken)
    {
        var others = owners.Where(o => o != Owner).Distinct(StringComparer.Ordinal).ToArray();
        if (others.Length == 0 || databases.Provider != StorageProvider.Postgres)
        {
            _notSeenSince.Clear();
            return [];
        }

        var seen = await Seen(others, cancellationToken);
        var now = clock.GetTimestamp();
        foreach (var owner in _notSeenSince.Keys.Except(others).Concat(seen).ToList())
        {
            _notSeenSince.TryRemove(owner, out _);
        }

        return [.. others.Except(seen).Where(o => clock.GetElapsedTime(_notSeenSince.GetOrAdd(o, now), now) >= _missedAfter)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (databases.Provider == StorageProvider.Postgres && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeSeen(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                // Whoever uses the database says so; until it answers, nobody can miss this process.
                await Task.Delay(_beat, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
        }
    }

    /// <summary>Until the connection breaks.</summary>
    private async Task BeSeen(CancellationToken stoppingToken)
    {
        await using var db = databases.CreateDbContext();
        var settings = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(stoppingToken);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Locks}, hashtext($1))", connection) { Parameters = { new() { Value = Owner } } })
        {
            await take.ExecuteNonQueryAsync(stoppingToken);
        }

        await using var beat = new NpgsqlCommand("SELECT 1", connection);
        while (true)
        {
            await Task.Delay(_beat, clock, stoppingToken);
            await beat.ExecuteNonQueryAsync(stoppingToken);
        }
    }

    private async Task<HashSet<string>> Seen(string[] owners, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        await using var ask = new NpgsqlCommand(
            $"""
            SELECT o FROM unnest($1) o WHERE EXISTS (
                SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = {Locks}::oid
                    AND l.objid = (hashtext(o)::bigint & 4294967295)::oid
                    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
            """,
            connection)
        { Parameters = { new() { Value = owners } } };
        HashSet<string> seen = [];
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            seen.Add(reader.GetString(0));
        }

        return seen;
    }
}
