using System.Diagnostics;
using System.Globalization;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Pipeline;

/// <summary>The program as its own process, killed without a word.</summary>
[Collection("postgres")]
public sealed class KillTests(PostgresServer postgres)
{
    private const long Chat = 7002;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_between_two_alerts_and_a_restart_complete_the_set_without_a_second_copy()
    {
        await using var telegram = await BotApiServer.Start(Token);
        using var folder = new TemporaryFolder();
        var pages = Directory.CreateDirectory(Path.Combine(folder.Path, "config", "pages")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "config", "sources.yaml"), "sources: [{ id: pages, name: 测试版面, kind: pages, location: pages, every: 1s }]", Token);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"), Path.Combine(folder.Path, "config", "topics.yaml"));

        using (var first = Run(folder.Path, telegram))
        {
            telegram.Say(Chat, "/start");
            await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", Token);
            telegram.Tap(Chat, "topics:s:0:on");
            await Eventually.Holds(() => telegram.Calls.Any(c => c.Method == "editMessageText"), "the picker shows what is followed", Token);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "sample", "pages", "yunling-2025-06-12-02.txt"), Path.Combine(pages, "a.txt"));
            await Eventually.Holds(() => Alerts(telegram).Count >= 2, "two alerts left", Token);

            // A chat gets a message a second: nothing is in flight between the second and the third.
            first.Kill();
            await first.WaitForExitAsync(Token);
        }

        Assert.InRange(Alerts(telegram).Count, 2, 4);
        using var second = Run(folder.Path, telegram);
        await Eventually.Holds(() => Alerts(telegram).Count >= 5, "all five alerts left", Token);
        telegram.Say(Chat, "/help");
        var before = telegram.Sent.Count();
        await Eventually.Holds(() => telegram.Sent.Count() > before, "the program answers", Token);
        second.Kill();
        await second.WaitForExitAsync(Token);
        Assert.Equal(5, Alerts(telegram).Count);
        Assert.Equal(5, Alerts(telegram).Distinct().Count());
    }

    /// <summary><c>FAXUN_KILLS</c> says how many times; 3 without it.</summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Killed_again_and_again_under_load_it_delivers_all_and_repeats_no_more_than_was_in_flight(string database)
    {
        const int Chats = 40, Bulletins = 6;
        var provider = Enum.Parse<StorageProvider>(database);
        var kills = int.TryParse(Environment.GetEnvironmentVariable("FAXUN_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 3;
        await using var telegram = await BotApiServer.Start(Token);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "config", "pages"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "config", "sources.yaml"), "sources: [{ id: pages, name: 测试版面, kind: pages, location: pages, every: 1h }]", Token);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"), Path.Combine(folder.Path, "config", "topics.yaml"));
        var storage = new StorageOptions
        {
            Provider = provider,
            DataFolder = Path.Combine(folder.Path, "data"),
            ConnectionString = provider == StorageProvider.Postgres ? await postgres.NewDatabase(Token) : null,
        };
        var databases = new BotDbFactory(Options.Create(storage));
        await using (var db = databases.CreateDbContext())
        {
            await db.Database.MigrateAsync(Token);
        }

        var random = new Random(17);
        var unsure = 0;
        for (var life = 0; life <= kills; life++)
        {
            await Owe(databases, life, Chats, Bulletins);
            var before = telegram.Sent.Count();
            using var process = Run(folder.Path, telegram, storage);
            if (life < kills)
            {
                await Eventually.Holds(() => telegram.Sent.Count() > before, "it sends", Token, seconds: 300);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 3000)), TimeProvider.System, Token);
            }
            else
            {
                await Eventually.Holds(async () => await Count(databases, DeliveryState.Pending, DeliveryState.Sending) == 0, "nothing is owed any more", Token, seconds: 600);
            }

            process.Kill();
            await process.WaitForExitAsync(Token);
            unsure += await Count(databases, DeliveryState.Sending);
        }

        var arrived = telegram.Sent.Select(s => (s.Chat, s.Text)).ToList();
        var held = await Count(databases, DeliveryState.Unknown);
        Assert.InRange(held, 0, unsure);
        Assert.Equal(arrived.Distinct().Count(), arrived.Count);
        Assert.InRange(arrived.Count, ((kills + 1) * Chats * Bulletins) - held, (kills + 1) * Chats * Bulletins);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static async Task Owe(BotDbFactory databases, int life, int chats, int bulletins)
    {
        await using var db = databases.CreateDbContext();
        var now = TimeProvider.System.GetUtcNow();
        for (var chat = 1; chat <= chats && life == 0; chat++)
        {
            db.Add(new ChatRow { Id = chat, Channel = "telegram", Address = $"{9000 + chat}", CreatedAt = now });
        }

        for (var i = 1; i <= bulletins; i++)
        {
            var id = (life * bulletins) + i;
            db.Add(new BulletinRow { Id = id, SourceId = "court", EntryKey = $"{id}", StoryId = id, Fingerprint = $"{id}", Title = $"云岭法院公告第{id}号", Summary = "摘要。", SeenAt = now });
            db.AddRange(Enumerable.Range(1, chats).Select(chat => new DeliveryRow { ChatId = chat, StoryId = id, BulletinId = id, Priority = 1, DueAt = now, CreatedAt = now }));
        }

        await db.SaveChangesAsync(Token);
    }

    private static async Task<int> Count(BotDbFactory databases, params DeliveryState[] states)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<DeliveryRow>().CountAsync(d => states.Contains(d.State), Token);
    }

    private static List<string> Alerts(BotApiServer telegram) =>
        [.. telegram.Sent.Where(s => s.Keyboard?.ToJsonString().Contains("why:", StringComparison.Ordinal) == true).Select(s => s.Text)];

    private static Process Run(string folder, BotApiServer telegram, StorageOptions? storage = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "--config", Path.Combine(folder, "config"), "--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Telegram__Token"] = BotApiServer.Token;
        start.Environment["Telegram__ApiUrl"] = telegram.Url;
        start.Environment["Telegram__PollFor"] = "00:00:01";
        start.Environment["Deliveries__MergeBeyond"] = "0";
        start.Environment["Deliveries__Lease"] = "00:00:10";
        if (storage?.ConnectionString is { } connection)
        {
            start.Environment["Storage__Provider"] = storage.Provider.ToString();
            start.Environment["Storage__ConnectionString"] = connection;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("faxun-kill-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
