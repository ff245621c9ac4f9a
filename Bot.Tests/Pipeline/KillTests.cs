using System.Diagnostics;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Pipeline;

/// <summary>The program as its own process, killed without a word.</summary>
public sealed class KillTests
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

    private static List<string> Alerts(BotApiServer telegram) =>
        [.. telegram.Sent.Where(s => s.Keyboard?.ToJsonString().Contains("why:", StringComparison.Ordinal) == true).Select(s => s.Text)];

    private static Process Run(string folder, BotApiServer telegram)
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
