using System.Data;
using System.Data.Common;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// One connection that stays open with its statements prepared, for what is asked again and again. Used by one flow of control at a time;
/// whoever sees it fail drops it, and the next use opens another one.
/// </summary>
/// <param name="settings">What the connection is set to, for SQLite and for PostgreSQL.</param>
internal sealed class KeptConnection(BotDbFactory databases, (string? Sqlite, string? Postgres) settings) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private BotDb? _db;

    public async Task<DbConnection> Open(CancellationToken cancellationToken)
    {
        if (_db is { } open && open.Database.GetDbConnection() is { State: ConnectionState.Open } connection)
        {
            return connection;
        }

        Drop();
        _db = databases.CreateDbContext();
        await _db.Database.OpenConnectionAsync(cancellationToken);
        connection = _db.Database.GetDbConnection();
        if ((databases.Provider == StorageProvider.Postgres ? settings.Postgres : settings.Sqlite) is { } set)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = set;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return connection;
    }

    /// <summary>The statement with these values, prepared when it is first asked for. A value's type must not change from one time to the next.</summary>
    public async Task<DbCommand> Prepare(string text, IEnumerable<(string Name, object Value)> values, CancellationToken cancellationToken)
    {
        var connection = await Open(cancellationToken);
        if (_prepared.TryGetValue(text, out var known))
        {
            var i = 0;
            foreach (var (_, value) in values)
            {
                known.Parameters[i++].Value = value;
            }

            return known;
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancellationToken);
        return _prepared[text] = command;
    }

    public void Drop()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
        _db?.Dispose();
        _db = null;
    }

    public void Dispose() => Drop();
}
