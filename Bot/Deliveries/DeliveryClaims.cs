using System.Data.Common;
using System.Text.Json;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Takes due deliveries under a lease. A claim need not outlive a power cut (what was only claimed is free again), so it does not wait for
/// the disk; what is marked and ended does.
/// </summary>
internal sealed class DeliveryClaims(BotDbFactory databases, Presence presence, IOptions<DeliveriesOptions> options, TimeProvider clock) : IDisposable
{
    private readonly bool _isPostgres = databases.Provider == StorageProvider.Postgres;
    private readonly string _claim = DeliverySql.Claim(databases.Provider == StorageProvider.Postgres, isAnyAhead: false);
    private readonly string _claimWithAhead = DeliverySql.Claim(databases.Provider == StorageProvider.Postgres, isAnyAhead: true);
    private readonly KeptConnection _connection = new(databases, ("PRAGMA synchronous=NORMAL", "SET synchronous_commit = off; SET enable_seqscan = off"));

    /// <summary>
    /// Takes due deliveries of active chats, the most pressing first. They stay pending: only <see cref="Transition.Mark"/> says that one is
    /// really on its way. Asked by one at a time.
    /// </summary>
    public async Task<IReadOnlyList<DueDelivery>> Claim(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            return _isPostgres || await IsAnyFree(now, cancellationToken) ? await Take(claim, now, cancellationToken) : [];
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            _connection.Drop();
            throw;
        }
    }

    /// <summary>The chats that are owed more than so many deliveries by now, the most first.</summary>
    public async Task<IReadOnlyList<Backlog>> Backlogs(int beyond, int most, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var command = await _connection.Prepare(DeliverySql.Backlogs(_isPostgres), [("@now", now), ("@beyond", beyond), ("@most", most)], cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            List<Backlog> backlogs = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                backlogs.Add(new Backlog(reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3) == (int)ChatKind.Group));
            }

            return backlogs;
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            _connection.Drop();
            throw;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>SQLite has one writer: a look that finds nothing must not wait for it.</summary>
    private async Task<bool> IsAnyFree(long now, CancellationToken cancellationToken) =>
        await (await _connection.Prepare(DeliverySql.IsAnyFree, [("@now", now)], cancellationToken)).ExecuteScalarAsync(cancellationToken) is 1L;

    private async Task<IReadOnlyList<DueDelivery>> Take(Claim claim, long now, CancellationToken cancellationToken)
    {
        List<(string, object)> values =
        [
            ("@owner", presence.Owner),
            ("@now", now),
            ("@until", now + (long)options.Value.Lease.TotalMilliseconds),
            ("@most", claim.Most),
            ("@ofOne", claim.MostOfOneChat),
            ("@channels", List(claim.Channels)),
            ("@without", List(claim.Without)),
            ("@withoutUrgent", List(claim.WithoutUrgent)),
        ];
        if (claim.Ahead.Count > 0)
        {
            values.AddRange([("@ahead", List([.. claim.Ahead.Select(a => a.Key)])), ("@by", List([.. claim.Ahead.Select(a => (long)a.Value.TotalMilliseconds)]))]);
        }

        var command = await _connection.Prepare(claim.Ahead.Count > 0 ? _claimWithAhead : _claim, values, cancellationToken);
        if (_isPostgres)
        {
            return await Read(command, claim, cancellationToken);
        }

        List<long> ids = [];
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetInt64(0));
            }
        }

        return ids.Count == 0 ? [] : await Read(await _connection.Prepare(DeliverySql.Details, [("@ids", List(ids))], cancellationToken), claim, cancellationToken);
    }

    private static async Task<IReadOnlyList<DueDelivery>> Read(DbCommand command, Claim claim, CancellationToken cancellationToken)
    {
        List<DueDelivery> due = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var chat = reader.GetInt64(1);
            due.Add(new DueDelivery
            {
                Id = reader.GetInt64(0),
                ChatId = chat,
                StoryId = reader.GetInt64(2),
                BulletinId = reader.GetInt64(3),
                Kind = (DeliveryKind)reader.GetInt32(4),
                Subject = reader.GetString(5),
                Priority = reader.GetInt32(6),
                DueAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(7)),
                Attempts = reader.GetInt32(8),
                CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
                Note = reader.IsDBNull(10) ? null : reader.GetString(10),
                Parts = reader.GetInt32(11),
                Edits = reader.IsDBNull(12) ? null : reader.GetString(12),
                Merged = reader.GetInt32(13),
                Length = (MessageLength)reader.GetInt32(14),
                Returns = reader.GetInt32(15),
                Channel = reader.GetString(16),
                Address = reader.GetString(17),
                ChatKind = (ChatKind)reader.GetInt32(18),
                Language = reader.GetString(19),
                TimeZone = reader.GetString(20),
                Ahead = claim.Ahead.GetValueOrDefault(chat),
            });
        }

        return due;
    }

    /// <summary>A list as one parameter: JSON for SQLite, an array for PostgreSQL.</summary>
    private object List<T>(IReadOnlyCollection<T> values) => _isPostgres ? values.ToArray() : JsonSerializer.Serialize(values);
}

/// <param name="MostOfOneChat">So that a crowded chat takes no room from others.</param>
/// <param name="Without">Chats that have enough waiting here; their urgent deliveries are claimed all the same.</param>
/// <param name="WithoutUrgent">Chats that have enough urgent ones waiting here, too.</param>
/// <param name="Ahead">Chats whose backlog is long, which are looked for by themselves, and by how much each counts as due earlier (see <see cref="Backlogs"/>); those of the lists before are among them.</param>
internal sealed record Claim(
    int Most, int MostOfOneChat, IReadOnlyCollection<string> Channels, IReadOnlyCollection<long> Without, IReadOnlyCollection<long> WithoutUrgent,
    IReadOnlyDictionary<long, TimeSpan> Ahead);

/// <param name="Count">How many deliveries it is owed that nobody has claimed.</param>
internal readonly record struct Backlog(long ChatId, int Count, string Channel, bool IsGroup);
