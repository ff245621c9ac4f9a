using System.Data;
using System.Data.Common;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Writes what happens to deliveries, many changes a commit: whatever is asked for while one commit runs is written by the next. Whoever
/// asks goes on only after the commit, so each chat keeps its proof before its next message. A database that cannot be written to is
/// tried again until it can: an outcome is never forgotten while the process lives.
/// </summary>
internal sealed partial class DeliveryWriter(
    BotDbFactory databases, DeliveryStore store, IOptions<DeliveriesOptions> options, TimeProvider clock, ILogger<DeliveryWriter> logger) : IDisposable
{
    private const int MostInCommit = 500;
    private const int MostOfReason = 500;

    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<Change> _waiting = [];
    private readonly Bell _bell = new();
    private readonly KeptConnection _connection = new(databases, (null, "SET enable_seqscan = off"));
    private bool _closed;

    /// <returns>Whether the delivery was still this process's to change.</returns>
    public Task<bool> Write(Transition transition)
    {
        var change = new Change(transition);
        lock (_lock)
        {
            _waiting.Enqueue(change);
        }

        _bell.Ring();
        return change.Written.Task;
    }

    /// <summary>What was asked for until now is still written; then <see cref="Run"/> ends.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _bell.Ring();
    }

    public async Task Run()
    {
        var batch = new List<Change>();
        while (true)
        {
            bool closed;
            lock (_lock)
            {
                while (batch.Count < MostInCommit && _waiting.TryDequeue(out var change))
                {
                    batch.Add(change);
                }

                closed = _closed;
            }

            if (batch.Count == 0)
            {
                if (closed)
                {
                    return;
                }

                await _bell.Wait(Timeout.InfiniteTimeSpan, clock, CancellationToken.None);
                continue;
            }

            if (await TryCommit(batch))
            {
                foreach (var change in batch)
                {
                    change.Written.TrySetResult(change.IsDone);
                }

                batch.Clear();
            }
            else
            {
                await Task.Delay(_again, clock, CancellationToken.None);
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private async Task<bool> TryCommit(List<Change> batch)
    {
        try
        {
            await Commit(batch);
            return true;
        }
        catch (DbException fault)
        {
            Log.NotWritten(logger, fault, batch.Count);
            return false;
        }
    }

    private async Task Commit(List<Change> batch)
    {
        var now = clock.GetUtcNow();
        var until = (now + options.Value.Lease).ToUnixTimeMilliseconds();
        try
        {
            await (databases.Provider == StorageProvider.Postgres ? InOneTrip(batch, now.ToUnixTimeMilliseconds(), until) : OneByOne(batch, now.ToUnixTimeMilliseconds(), until));
        }
        catch (DbException)
        {
            _connection.Drop();
            throw;
        }
    }

    /// <summary>
    /// All changes as one statement, which is a transaction by itself; rare ones that end several deliveries need a second one. No delivery is
    /// in it twice, of which the statement would keep one change only: whoever carries it waits for each change before the next.
    /// </summary>
    private async Task InOneTrip(List<Change> changes, long now, long until)
    {
        // In the order of their keys, so that two that change the same rows wait for each other instead of for ever.
        changes.Sort((a, b) => a.Transition.Id.CompareTo(b.Transition.Id));
        var isMerged = changes.Exists(c => c.Transition is Transition.End { IsMerged: true });
        await using var transaction = isMerged ? await (await _connection.Open(CancellationToken.None)).BeginTransactionAsync() : null;
        var command = await _connection.Prepare(DeliverySql.ChangeAll, DeliverySql.Values([.. changes.Select(c => c.Transition)], store.Owner, now, until, MostOfReason), CancellationToken.None);
        HashSet<long> done = [];
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                done.Add(reader.GetInt64(0));
            }
        }

        if (transaction is not null)
        {
            foreach (var change in changes.Where(c => c.Transition is Transition.End { IsMerged: true }))
            {
                var shared = await _connection.Prepare(DeliverySql.EndOfMerged, DeliverySql.EndValues((Transition.End)change.Transition, now, MostOfReason), CancellationToken.None);
                await shared.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        changes.ForEach(c => c.IsDone = done.Contains(c.Transition.Id));
    }

    /// <summary>SQLite has no trips; a statement that is prepared once is quickest.</summary>
    private async Task OneByOne(List<Change> changes, long now, long until)
    {
        var connection = await _connection.Open(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        foreach (var change in changes)
        {
            var command = await _connection.Prepare(DeliverySql.Of(change.Transition), DeliverySql.Values(change.Transition, store.Owner, now, until, MostOfReason), CancellationToken.None);
            command.Transaction = transaction;
            change.IsDone = command.ExecuteNonQuery() > 0;
        }

        await transaction.CommitAsync();
    }

    private sealed class Change(Transition transition)
    {
        public Transition Transition => transition;

        public bool IsDone { get; set; }

        public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} changes of deliveries could not be written and are written again in a second")]
        public static partial void NotWritten(ILogger logger, Exception fault, int count);
    }
}
