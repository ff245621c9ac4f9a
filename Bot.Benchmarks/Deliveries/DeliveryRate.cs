using System.Diagnostics;
using System.Globalization;
using Bot.Storage;

namespace Bot.Benchmarks.Deliveries;

/// <summary>How near the real dispatcher comes to the least time that the limits allow, over HTTP on loopback with 40 ms latency.</summary>
internal static class DeliveryRate
{
    private const int Latency = 40;

    public static async Task Run(string[] modes)
    {
        foreach (var mode in modes.Length > 0 ? modes : ["even", "hot", "paid", "hidden", "free"])
        {
            await (mode switch
            {
                "even" => Paced("3,000 messages to 1,000 chats, evenly", "30 1 20", 1.05, 1000, (3, 1, 1000)),
                "hot" => Paced("3,000 messages, five groups with 60 each", "30 1 20", 1.03, 1000, (3, 101, 1000), (60, 1, 5)),
                "paid" => Paced("3,000 messages in paid mode", "1000 1 20", 1.13, 1000, (3, 1, 1000)),
                "hidden" => Paced("1,500 messages, a limit of 12 a second that is not told", "12 1 20", 1.15, 1000, (1, 1, 1000), (2, 501, 1000)),
                "free" => Free(),
                _ => throw new ArgumentException($"No such mode: {mode}"),
            });
        }
    }

    private static async Task Paced(string what, string limits, double bar, int chats, params (int Bulletins, int From, int To)[] owed)
    {
        var numbers = limits.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        await using var rig = await Rig.Build(StorageProvider.Sqlite, $"{limits} {Latency}", paid: numbers[0] > 30);
        await rig.Bulletins(60);
        await rig.Chats(chats);
        foreach (var (bulletins, from, to) in owed)
        {
            await rig.Owe(bulletins, from, to);
        }

        var total = await rig.Owed();
        // The fullest chat's own limits: so many a minute for a group, one a second for any.
        var most = owed.Max(o => o.Bulletins);
        var ofChat = owed.Any(o => o.From <= chats / 10) ? (Math.Floor((most - 1) / numbers[2]) * 60) + ((most - 1) % numbers[2]) : (most - 1) / numbers[1];
        var least = Math.Max((total - 1) / numbers[0], ofChat);
        await rig.Start();
        await Ended(rig);
        var stats = await rig.Stats();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {stats.Seconds:0.0} s, least {least:0.0} s, ratio {stats.Seconds / least:0.000} (bar {bar}); {stats.Accepted} of {total} arrived, {stats.Twice} twice, {stats.Disorder} out of order, {stats.Refused} answers 429, most in flight {stats.MostInFlight}"));
    }

    private static async Task Free()
    {
        const int Chats = 10_000;
        await using var rig = await Rig.Build(StorageProvider.Sqlite, $"1e9 1e9 1e9 {Latency}", unlimited: true);
        await rig.Bulletins(2);
        await rig.Chats(Chats);
        await rig.Owe(1, 1, 1000);
        await rig.Start();
        await Ended(rig);
        var before = (await rig.Stats(), Process.GetCurrentProcess().TotalProcessorTime, TimeProvider.System.GetTimestamp());
        await rig.Owe(2, 1, Chats);
        rig.Wake();
        await Ended(rig);
        var (stats, cpu, time) = (await rig.Stats(), Process.GetCurrentProcess().TotalProcessorTime - before.TotalProcessorTime, TimeProvider.System.GetElapsedTime(before.Item3));
        var sent = stats.Accepted - before.Item1.Accepted;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"without limits: {sent / time.TotalSeconds:0} a second (bar 1,000), {cpu.TotalMilliseconds / sent:0.000} ms of processor time a message (bar 0.6); {sent} sent, {stats.Twice} twice, {stats.Disorder} out of order, most in flight {stats.MostInFlight}"));
    }

    private static async Task Ended(Rig rig)
    {
        while (await rig.Owed() > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }
}
