using System.Diagnostics;
using System.Globalization;
using Bot.Commands;
using Bot.Sources;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// The whole program, scheduler and database included, over a server on this machine of which a quarter of the sources are hostile
/// (<see cref="HostileSite"/>): whether every good source is read within its schedule, what each bad one is said to suffer from, and how much
/// memory it took. <c>Bot.Benchmarks sources [count] [minutes between two reads] [minutes in all]</c>.
/// </summary>
internal static class ManySources
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(2);

    public static async Task Run(int count, int every, int minutes)
    {
        using var server = Server();
        var port = (await server.StandardOutput.ReadLineAsync())!;
        var folder = Directory.CreateTempSubdirectory("faxun-many-").FullName;
        var app = await StartProgram(folder, count, every, port);
        var databases = app.Services.GetRequiredService<BotDbFactory>();
        var readings = Enumerable.Range(0, count).Select(_ => new Readings()).ToArray();
        var (clock, peak, heap) = (Stopwatch.StartNew(), 0L, 0L);
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            await Task.Delay(_look, TimeProvider.System);
            using var here = Process.GetCurrentProcess();
            peak = Math.Max(peak, here.WorkingSet64);
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            await using var db = databases.CreateDbContext();
            foreach (var row in await db.Set<SourceRow>().AsNoTracking().ToListAsync())
            {
                readings[int.Parse(row.Id[1..], CultureInfo.InvariantCulture)].Note(row, clock.Elapsed);
            }
        }

        Report(readings, clock.Elapsed, TimeSpan.FromMinutes(every), peak, heap);
        await app.StopAsync();
        await app.DisposeAsync();
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Server()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ManySources).Assembly.Location);
        start.ArgumentList.Add("hostile-site");
        return Process.Start(start)!;
    }

    private static async Task<WebApplication> StartProgram(string folder, int count, int every, string port)
    {
        var config = Directory.CreateDirectory(Path.Combine(folder, "config")).FullName;
        await File.WriteAllLinesAsync(
            Path.Combine(config, "sources.yaml"),
            ["sources:", .. Enumerable.Range(0, count).Select(n => $"  - {{ id: s{n}, name: 来源{n}, kind: syndication, location: \"http://127.0.0.1:{port}/{n}\", every: {every}m }}")]);
        await File.WriteAllTextAsync(Path.Combine(config, "topics.yaml"), "topics: [{ id: all, name: { zh: 公告, en: Notices }, rule: 公告 }]\n");
        var settings = new HostSettings(new Folders(config, Path.Combine(folder, "data")))
        {
            Urls = "http://127.0.0.1:0",
            Values = new Dictionary<string, string?>
            {
                ["Sources:AllowedNetworks:0"] = "127.0.0.0/8",
                ["Sources:RequestsAtOnce"] = "64",
                // All stand on one host here, which in life they do not.
                ["Sources:RequestsPerHost"] = "64",
            },
            Override = services => services.AddLogging(l => l.ClearProviders()),
        };
        return await Start.Host(settings, CancellationToken.None) switch
        {
            StartOutcome.Started(var app) => app,
            StartOutcome.Refused(var why) => throw new InvalidOperationException(string.Join('\n', why)),
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    private static void Report(Readings[] readings, TimeSpan all, TimeSpan every, long peak, long heap)
    {
        var good = readings.Where((_, n) => !HostileSite.IsBad(n)).ToList();
        var longest = good.Select(r => r.Longest(all)).Order().ToList();
        Console.WriteLine($"{readings.Length} sources for {all.TotalMinutes:F1} minutes, each every {every.TotalMinutes:F0}; peak working set {peak / 1024 / 1024} MB, of the managed heap {heap / 1024 / 1024} MB");
        Console.WriteLine($"{good.Count} good: read {good.Sum(r => r.Successes)} times; {good.Count(r => r.Error is not null)} failed; not read yet {good.Count(r => r.Successes == 0)}");
        Console.WriteLine($"longest time without a reading, in seconds: median {longest[longest.Count / 2].TotalSeconds:F0}, worst {longest[^1].TotalSeconds:F0} (schedule {every.TotalSeconds:F0}); over a schedule and a half: {longest.Count(l => l > every * 1.5)}");
        foreach (var kind in readings.Select((r, n) => (Reading: r, Number: n)).Where(x => HostileSite.IsBad(x.Number)).GroupBy(x => HostileSite.KindOf(x.Number)).OrderBy(g => g.Key))
        {
            var errors = kind.GroupBy(x => x.Reading.Error is { } error ? Said.Parse(error).ToString() : "(no error yet)").OrderByDescending(g => g.Count());
            Console.WriteLine($"{HostileSite.Names[kind.Key],-22} {string.Join(" | ", errors.Select(e => $"{e.Count()} × {e.Key}"))}");
        }
    }

    /// <summary>When one source was read.</summary>
    private sealed class Readings
    {
        private DateTimeOffset? _last;
        private TimeSpan _at;
        private TimeSpan _longest;

        public int Successes { get; private set; }

        public string? Error { get; private set; }

        public void Note(SourceRow row, TimeSpan now)
        {
            Error = row.LastError;
            if (row.LastSuccessAt is { } success && success != _last)
            {
                _longest = now - _at > _longest ? now - _at : _longest;
                (_last, _at) = (success, now);
                Successes++;
            }
        }

        public TimeSpan Longest(TimeSpan end) => end - _at > _longest ? end - _at : _longest;
    }
}
