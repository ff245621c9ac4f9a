using System.Globalization;
using Bot.Deliveries;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Deliveries;

/// <summary>What the database has to bear: one bulletin to a million chats, claims and ends in batches, and a million pending rows in memory.</summary>
internal static class TableRates
{
    /// <summary>
    /// Against a bare INSERT … SELECT of the same rows, another writer at work beside both, and what that one waits beside ours. The tables
    /// grow from one to the next, so each of the two comes first as often as second.
    /// </summary>
    public static async Task FanOutTo(string database, int chats)
    {
        const int Rounds = 4;
        await using var rig = await Rig.Build(Enum.Parse<StorageProvider>(database));
        await rig.Bulletins(2 * Rounds);
        await rig.Chats(chats);
        await rig.Execute($"""INSERT INTO subscriptions ("TopicId", "ChatId", "CreatedAt", "Mode") SELECT 'a', "Id", 0, 0 FROM chats""");
        await rig.Execute($"""INSERT INTO matches ("BulletinId", "TopicId", "Priority", "Evidence", "MatchedAt") SELECT "Id", 'a', 1, '{(rig.Databases.Provider == StorageProvider.Postgres ? "{}" : "[]")}', 0 FROM bulletins""");
        if (rig.Databases.Provider == StorageProvider.Postgres)
        {
            await rig.Execute("ANALYZE");
        }

        var desk = rig.Services.GetRequiredService<FanOutDesk>();
        double bare = 0, owed = 0, longest = 0, bareCpu = 0, owedCpu = 0;
        for (var id = 1; id <= 2 * Rounds; id++)
        {
            var cpu = Cpu();
            using var done = new CancellationTokenSource();
            var other = Waits(rig, done.Token);
            if (id % 4 is 1 or 0)
            {
                bare += await Seconds(() => rig.Execute(
                    $"""
                    INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Digest")
                    SELECT "Id", {id}, {id}, 0, 0, 1, 1, 0, 1, 0 FROM chats
                    """));
                bareCpu += Cpu() - cpu;
                await done.CancelAsync();
                await other;
                continue;
            }

            owed += await Seconds(async () =>
            {
                await using var db = rig.Databases.CreateDbContext();
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                await FanOut.Owe(db, id, id, TimeProvider.System.GetUtcNow(), CancellationToken.None);
                await desk.Finish(CancellationToken.None);
            });
            owedCpu += Cpu() - cpu;
            await done.CancelAsync();
            longest = Math.Max(longest, await other);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"fan-out to {chats:N0} on {database}: {owed / Rounds:0.00} s, bare {bare / Rounds:0.00} s, ratio {owed / bare:0.00} (bar 1.3), of this process's processor time {owedCpu / Rounds:0.00} and {bareCpu / Rounds:0.00} s; another writer waited {longest * 1000:0} ms at most (bar 200)"));
    }

    /// <summary>Claims of 100 and their marks and ends, through the store and the writer.</summary>
    public static async Task Claims(string database, int rows)
    {
        await using var rig = await Rig.Build(Enum.Parse<StorageProvider>(database));
        const int WarmUp = 10_000;
        await rig.Bulletins(1);
        await rig.Chats(rows + WarmUp);
        await rig.Owe(1, 1, rows + WarmUp);
        var claims = rig.Services.GetRequiredService<DeliveryClaims>();
        var writer = rig.Services.GetRequiredService<DeliveryWriter>();
        var run = writer.Run();
        var claim = new Claim(100, 4, ["telegram"], [], [], new Dictionary<long, TimeSpan>());
        var done = 0;

        async Task Until(int most)
        {
            for (done = 0; done < most && await claims.Claim(claim, CancellationToken.None) is { Count: > 0 } batch; done += batch.Count)
            {
                await Task.WhenAll(batch.Select(d => writer.Write(new Transition.End(d.Id, DeliveryState.Sent, null, "1"))));
            }
        }

        // The rate is the database's, not the compiler's.
        await Until(WarmUp);
        var cpu = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        var seconds = await Seconds(() => Until(rows));
        cpu = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - cpu;
        writer.Close();
        await run;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"claims and ends of 100 on {database}: {done / seconds:0} rows a second, {done / cpu.TotalSeconds:0} a second of processor time ({done} rows; bar {(database == nameof(StorageProvider.Sqlite) ? 30_000 : 10_000)})"));
    }

    /// <summary>A million pending rows that wait for a channel that rests.</summary>
    public static async Task Pending(int chats)
    {
        await using var rig = await Rig.Build(StorageProvider.Sqlite, "30 1 20 40");
        await rig.Bulletins(10);
        await rig.Chats(chats / 10);
        await rig.Owe(10, 1, chats / 10);
        await rig.Start();
        for (var i = 0; i < 40; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var owed = await rig.Owed();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{owed:N0} pending rows, 30 a second leaving: working set {process.WorkingSet64 / 1048576} MB, peak {process.PeakWorkingSet64 / 1048576} MB (bar 250)"));
    }

    /// <returns>The longest that a small write waited.</returns>
    private static async Task<double> Waits(Rig rig, CancellationToken until)
    {
        var longest = 0.0;
        while (!until.IsCancellationRequested)
        {
            longest = Math.Max(longest, await Seconds(() => rig.Execute("""UPDATE chats SET "Returns" = "Returns" WHERE "Id" = 1""")));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }

        return longest;
    }

    private static double Cpu() => System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static async Task<double> Seconds(Func<Task> act)
    {
        var start = TimeProvider.System.GetTimestamp();
        await act();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
