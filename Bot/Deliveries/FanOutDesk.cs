using System.Data.Common;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Goes on with bulletins that go to very many chats, on SQLite, where whoever writes holds up all others: some chats in one short
/// transaction, which also notes how far it is, then the next. Killed at any moment, it goes on behind the last chat that was owed.
/// </summary>
internal sealed partial class FanOutDesk(BotDbFactory databases, DeliverySignal signal, TimeProvider clock, ILogger<FanOutDesk> logger) : BackgroundService
{
    /// <summary>Milliseconds after a step for those who waited.</summary>
    private const int MostMakingWay = 50;

    private const long Fewest = 1_000, Most = 1_000_000;

    /// <summary>How long the others wait for one step; how many chats that is depends on the machine, and on how many of them follow.</summary>
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan _databaseAgain = TimeSpan.FromSeconds(1);

    /// <summary>How many chats the next step looks at.</summary>
    private long _chats = 20_000;

    /// <summary>Until nobody is left who is to be owed something.</summary>
    public async Task Finish(CancellationToken cancellationToken)
    {
        while (await Step(cancellationToken))
        {
            signal.RaiseOwed();
            for (var i = 0; i < MostMakingWay && SqlitePatience.IsAnyoneWaiting; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), clock, cancellationToken);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (databases.Provider == StorageProvider.Sqlite)
            {
                try
                {
                    await Finish(stoppingToken);
                    await signal.WaitToOwe(clock, stoppingToken);
                }
                catch (DbException fault)
                {
                    Log.DatabaseAgain(logger, fault);
                    await Task.Delay(_databaseAgain, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <returns>False where nothing is left to do.</returns>
    internal async Task<bool> Step(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        if (!await db.Set<FanOutRow>().AnyAsync(cancellationToken))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var began = clock.GetTimestamp();
        if (await db.Set<FanOutRow>().OrderBy(f => f.Id).FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return false;
        }

        var upTo = row.Past + _chats;
        await FanOutStatement.Owe(db, row.BulletinId, row.StoryId, row.Topics.Split('\n'), (row.Past, upTo), clock.GetUtcNow(), cancellationToken);
        row.Past = upTo;
        if (await db.Set<ChatRow>().MaxAsync(c => (long?)c.Id, cancellationToken) is not { } last || upTo >= last)
        {
            db.Remove(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _chats = Math.Clamp((long)(_chats * Math.Clamp(_step / clock.GetElapsedTime(began), 0.5, 2)), Fewest, Most);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; what is owed to many chats is written on when it does, and it is tried again in a second")]
        public static partial void DatabaseAgain(ILogger logger, Exception fault);
    }
}
