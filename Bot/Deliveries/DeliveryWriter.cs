using System.Data;
using System.Data.Common;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Writes what happens to deliveries, many changes a commit: whatever is asked for while one commit runs is written by the next. Whoever
/// asks goes on only after the commit, so each chat keeps its proof before its next message. A database that cannot be written to is
/// tried again until it can: an outcome is never forgotten while the process lives.
/// </summary>
internal sealed partial class DeliveryWriter(
    BotDbFactory databases, DeliveryStore store, IOptions<DeliveriesOptions> options, TimeProvider clock, ILogger<DeliveryWriter> logger)
{
    private const int MostInCommit = 500;
    private const int MostOfReason = 500;

    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<Change> _waiting = [];
    private readonly Bell _bell = new();
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
        await using var db = databases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        var now = clock.GetUtcNow();
        var until = (now + options.Value.Lease).ToUnixTimeMilliseconds();
        if (connection.CanCreateBatch)
        {
            await InOneTrip(connection, transaction, batch, now.ToUnixTimeMilliseconds(), until);
        }
        else
        {
            OneByOne(connection, transaction, batch, now.ToUnixTimeMilliseconds(), until);
        }

        await transaction.CommitAsync();
    }

    private async Task InOneTrip(DbConnection connection, DbTransaction transaction, List<Change> changes, long now, long until)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var change in changes)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = DeliverySql.Of(change.Transition);
            foreach (var (name, value) in DeliverySql.Values(change.Transition, store.Owner, now, until, MostOfReason))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        for (var i = 0; i < changes.Count; i++)
        {
            changes[i].IsDone = batch.BatchCommands[i].RecordsAffected > 0;
        }
    }

    /// <summary>SQLite has no trips; a statement that is prepared once is quickest.</summary>
    private void OneByOne(DbConnection connection, DbTransaction transaction, List<Change> changes, long now, long until)
    {
        var prepared = new Dictionary<string, DbCommand>(StringComparer.Ordinal);
        try
        {
            foreach (var change in changes)
            {
                var text = DeliverySql.Of(change.Transition);
                var isNew = !prepared.TryGetValue(text, out var command);
                if (command is null)
                {
                    prepared[text] = command = connection.CreateCommand();
                    command.Transaction = transaction;
                    command.CommandText = text;
                }

                var i = 0;
                foreach (var (name, value) in DeliverySql.Values(change.Transition, store.Owner, now, until, MostOfReason))
                {
                    if (isNew)
                    {
                        var parameter = command.CreateParameter();
                        parameter.ParameterName = name;
                        command.Parameters.Add(parameter);
                    }

                    command.Parameters[i++].Value = value;
                }

                change.IsDone = command.ExecuteNonQuery() > 0;
            }
        }
        finally
        {
            foreach (var command in prepared.Values)
            {
                command.Dispose();
            }
        }
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
