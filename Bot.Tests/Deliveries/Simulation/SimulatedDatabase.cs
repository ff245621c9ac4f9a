using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Deliveries.Simulation;

/// <summary>Real SQLite in memory: what was committed outlives the processes. It is used by one thread, for one seed after another.</summary>
internal sealed class SimulatedDatabase : IDisposable
{
    private readonly SqliteConnection _keeper;
    private readonly bool _keepsHistory;

    /// <param name="keepsHistory">Whether every change of a delivery is noted, for one seed that is looked into.</param>
    public SimulatedDatabase(bool keepsHistory = false)
    {
        var connection = $"Data Source=faxun-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        Factory = new BotDbFactory(Options.Create(new StorageOptions { ConnectionString = connection, DataFolder = Path.GetTempPath() }));
        _keeper = new SqliteConnection(connection);
        _keeper.Open();
        using var db = Factory.CreateDbContext();
        db.Database.EnsureCreated();
        if (keepsHistory)
        {
            Execute(
                """
                CREATE TABLE history (What TEXT);
                CREATE TRIGGER changes AFTER UPDATE ON deliveries BEGIN
                    INSERT INTO history VALUES (NEW.Id || ' of chat ' || NEW.ChatId || ': ' || OLD.State || CASE WHEN OLD.LeaseOwner IS NULL THEN ' free' ELSE ' held' END
                        || ' -> ' || NEW.State || CASE WHEN NEW.LeaseOwner IS NULL THEN ' free' ELSE ' held' END || COALESCE(' ' || NEW.Reason, ''));
                END;
                """);
            _keepsHistory = true;
        }
    }

    public BotDbFactory Factory { get; }

    public void Wipe() => Execute("DELETE FROM deliveries; DELETE FROM chats; DELETE FROM bulletins; DELETE FROM paces;");

    /// <summary>What changed since it was asked last; nothing where no history is kept.</summary>
    public List<string> History()
    {
        if (!_keepsHistory)
        {
            return [];
        }

        using var command = _keeper.CreateCommand();
        command.CommandText = "SELECT What FROM history ORDER BY rowid; DELETE FROM history;";
        using var reader = command.ExecuteReader();
        List<string> lines = [];
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    public long Open() => (long)Scalar("SELECT COUNT(*) FROM deliveries WHERE State IN (0, 1)")!;

    public List<long> Sending() => [.. Read("SELECT Id FROM deliveries WHERE State = 1 OR MergedInto IN (SELECT Id FROM deliveries WHERE State = 1)").Select(r => r[0])];

    public Dictionary<long, DeliveryState> States() => Read("SELECT Id, State FROM deliveries").ToDictionary(r => r[0], r => (DeliveryState)r[1]);

    /// <summary>Which delivery's message told each that had none of its own.</summary>
    public Dictionary<long, long> Tellers() => Read("SELECT Id, MergedInto FROM deliveries WHERE MergedInto IS NOT NULL").ToDictionary(r => r[0], r => r[1]);

    /// <summary>As when the channel says that a chat let us in again.</summary>
    public void ComeBack(long chat)
    {
        using var db = Factory.CreateDbContext();
        db.Set<ChatRow>().Where(c => c.Id == chat).ExecuteUpdate(c => c.SetProperty(x => x.State, ChatState.Active).SetProperty(x => x.Returns, x => x.Returns + 1));
        db.Set<DeliveryRow>().Where(d => d.ChatId == chat && d.State == DeliveryState.Suppressed && d.Reason!.StartsWith(DeliveryStore.WithChat))
            .ExecuteUpdate(d => d.SetProperty(x => x.State, DeliveryState.Pending));
    }

    public void Dispose() => _keeper.Dispose();

    private void Execute(string sql)
    {
        using var command = _keeper.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = _keeper.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<long[]> Read(string sql)
    {
        using var command = _keeper.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<long[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)]);
        }

        return rows;
    }
}
