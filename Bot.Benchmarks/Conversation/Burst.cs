using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Conversation;

/// <summary>
/// The real program, as a process of its own, before a Bot API server on loopback: a burst of updates from many people at once, then
/// people who ask while an announcement to many chats goes out. <c>Bot.Benchmarks burst [updates] [people] [chats] [seconds]</c>.
/// </summary>
internal static partial class Burst
{
    private const long FirstPerson = 10_000_000;
    private const long FirstChat = 50_000_000;
    private const long Admin = 7001;
    private const string Topic = "lawyers";

    public static async Task Run(int updates, int people, int chats, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("faxun-burst-").FullName;
        try
        {
            await using var telegram = await LoopbackTelegram.Start();
            var folders = Prepare(folder);
            await Subscribe(folders, chats);
            using var bot = Start(folders, telegram.Url);
            try
            {
                await Until(() => telegram.Handed.IsEmpty == false || telegram.Acknowledged >= 0, bot);
                telegram.Say(Admin, "/help");
                await Until(() => !telegram.Sent.IsEmpty, bot);
                await Together(telegram, bot, updates, people);
                await Meanwhile(telegram, bot, chats, seconds);
            }
            finally
            {
                bot.Kill(entireProcessTree: true);
                await bot.WaitForExitAsync();
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All at once: everybody says /help, then /settings; each must be answered in this order.</summary>
    private static async Task Together(LoopbackTelegram telegram, Process bot, int updates, int people)
    {
        var before = telegram.Sent.Count;
        var cpu = bot.TotalProcessorTime;
        var asked = new Dictionary<(long Person, int Turn), int>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < updates; i++)
        {
            var (person, turn) = (FirstPerson + (i % people), i / people);
            asked[(person, turn)] = telegram.Say(person, turn % 2 == 0 ? "/help" : "/settings");
        }

        await Until(() => telegram.Sent.Count - before >= updates, bot, patience: TimeSpan.FromMinutes(5), orSilent: () => telegram.Sent.Count);
        var answers = telegram.Sent.Skip(before).ToLookup(s => s.Chat);
        var (lost, doubled, disordered) = (0, 0, 0);
        List<double> waits = [];
        for (var p = 0; p < people; p++)
        {
            var mine = answers[FirstPerson + p].ToList();
            var turns = Enumerable.Range(0, (updates / people) + (p < updates % people ? 1 : 0)).ToList();
            lost += Math.Max(0, turns.Count - mine.Count);
            doubled += Math.Max(0, mine.Count - turns.Count);
            foreach (var (turn, answer) in turns.Zip(mine))
            {
                disordered += answer.Text.Contains(turn % 2 == 0 ? "我会这些" : "时区", StringComparison.Ordinal) ? 0 : 1;
                waits.Add(Stopwatch.GetElapsedTime(telegram.Handed[asked[(FirstPerson + p, turn)]], answer.At).TotalMilliseconds);
            }
        }

        bot.Refresh();
        var took = Stopwatch.GetElapsedTime(start);
        Print($"burst: {updates} updates from {people} people answered in {took.TotalSeconds:0.0} s ({updates / took.TotalSeconds:0} a second, {(bot.TotalProcessorTime - cpu).TotalSeconds:0.0} s of processor time)");
        Print($"  from handing an update out to its answer: median {At(waits, 0.5):0} ms, p95 {At(waits, 0.95):0} ms, longest {waits.Max():0} ms");
        Print($"  lost {lost}, doubled {doubled}, out of order {disordered}, memory at most {Peak(bot)} MB");
    }

    /// <summary>An admin announces something to everybody; some people ask five times a second while it goes out.</summary>
    private static async Task Meanwhile(LoopbackTelegram telegram, Process bot, int chats, int seconds)
    {
        telegram.Say(Admin, $"/admin announce {Topic} 系统将于周日凌晨维护");
        await Until(() => telegram.Keyboards.TryGetValue(Admin, out var k) && Send().IsMatch(k.Keyboard), bot);
        var (message, keyboard) = telegram.Keyboards[Admin];
        telegram.Tap(Admin, message, Send().Match(keyboard).Value);
        await Until(() => telegram.Sent.Any(s => s.Chat >= FirstChat), bot);
        var before = telegram.Sent.Count;
        var asked = new Dictionary<long, long>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; i++)
        {
            asked[FirstPerson + i] = Stopwatch.GetTimestamp();
            telegram.Say(FirstPerson + i, i % 3 == 0 ? "/latest" : i % 3 == 1 ? "/topics" : "/settings");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        var after = telegram.Sent.Skip(before).ToList();
        var waits = asked.Select(a => after.Where(s => s.Chat == a.Key).Select(s => (double?)Stopwatch.GetElapsedTime(a.Value, s.At).TotalMilliseconds).FirstOrDefault()).ToList();
        var told = telegram.Sent.Where(s => s.Chat >= FirstChat).GroupBy(s => s.Chat).ToList();
        bot.Refresh();
        List<double> known = [.. waits.OfType<double>()];
        Print($"broadcast to {chats} chats, looked at for {seconds} s: {told.Count} sent ({told.Count / (seconds + 3.0):0} a second), doubled {told.Count(t => t.Count() > 1)}");
        Print($"  {asked.Count} people asked meanwhile: median {At(known, 0.5):0} ms, p95 {At(known, 0.95):0} ms, longest {known.Max():0} ms, unanswered {waits.Count(w => w is null)}, memory at most {Peak(bot)} MB");
    }

    private static Folders Prepare(string folder)
    {
        var config = Path.Combine(folder, "config");
        Directory.CreateDirectory(config);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "config"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(config, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(config, "sources.yaml"), "sources: []\n");
        return new Folders(config, Path.Combine(folder, "data"));
    }

    private static async Task Subscribe(Folders folders, int chats)
    {
        await using var host = BotHost.Build(new HostSettings(folders) { Urls = "http://127.0.0.1:0" });
        await host.Services.GetRequiredService<DatabaseMigrator>().Migrate(CancellationToken.None);
        await using var db = host.Services.GetRequiredService<BotDbFactory>().CreateDbContext();
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {chats})
            INSERT INTO chats ("Channel", "Address", "Kind", "State", "Language", "TimeZone", "QuietDaysOff", "QuietHoldsUrgent", "Length", "CreatedAt")
            SELECT 'telegram', CAST({FirstChat} + i AS TEXT), 0, 0, 'zh', 'Asia/Shanghai', 0, 0, 0, 0 FROM n
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO subscriptions ("TopicId", "ChatId", "CreatedAt", "Mode") SELECT {Topic}, "Id", 0, 0 FROM chats""");
    }

    private static Process Start(Folders folders, string url)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "serve", "--config", folders.Config, "--data", folders.Data, "--urls", "http://127.0.0.1:0" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Telegram__Token"] = LoopbackTelegram.Token;
        start.Environment["Telegram__ApiUrl"] = url;
        start.Environment["Telegram__AllowPaidBroadcast"] = "true";
        start.Environment["Admins__0"] = $"telegram:{Admin}";
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        bot.BeginOutputReadLine();
        bot.BeginErrorReadLine();
        return bot;
    }

    private static async Task Until(Func<bool> holds, Process bot, TimeSpan? patience = null, Func<int>? orSilent = null)
    {
        var (start, count, changed) = (Stopwatch.GetTimestamp(), -1, Stopwatch.GetTimestamp());
        while (!holds())
        {
            if (bot.HasExited || Stopwatch.GetElapsedTime(start) > (patience ?? TimeSpan.FromMinutes(2)))
            {
                throw new InvalidOperationException(bot.HasExited ? "The program has ended." : "It took too long.");
            }

            if (orSilent?.Invoke() is { } now && now != count)
            {
                (count, changed) = (now, Stopwatch.GetTimestamp());
            }

            if (orSilent is not null && Stopwatch.GetElapsedTime(changed).TotalSeconds > 20)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>What the system says that the process held at most, in MB.</summary>
    private static long Peak(Process bot) =>
        File.Exists($"/proc/{bot.Id}/status") && File.ReadLines($"/proc/{bot.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) is { } line
            ? long.Parse(Digits().Match(line).Value, CultureInfo.InvariantCulture) / 1024
            : bot.PeakWorkingSet64 / 1024 / 1024;

    private static double At(List<double> values, double share) => values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * share));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("adm:announce:send:[0-9a-f]+")]
    private static partial Regex Send();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
