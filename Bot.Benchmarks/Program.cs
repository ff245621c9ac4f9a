using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks.Conversation;
using Bot.Benchmarks.Deliveries;
using Bot.Benchmarks.Fuzzing;
using Bot.Benchmarks.Sources;
using Bot.Benchmarks.Summaries;
using Bot.Benchmarks.Topics;

if (args is ["ratio", .. var rest])
{
    var numbers = rest.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
    FeedRatio.Run(numbers.ElementAtOrDefault(0) is > 0 and var megabytes ? megabytes : 40, numbers.ElementAtOrDefault(1) is > 0 and var rounds ? rounds : 7);
    return;
}

if (args is ["sources", .. var many])
{
    var numbers = many.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
    await ManySources.Run(numbers.ElementAtOrDefault(0) is > 0 and var sources ? sources : 2000, numbers.ElementAtOrDefault(1) is > 0 and var every ? every : 5, numbers.ElementAtOrDefault(2) is > 0 and var minutes ? minutes : 12);
    return;
}

if (args is ["hostile-site"])
{
    await HostileSite.Run();
    return;
}

if (args is ["automaton", .. var size])
{
    AutomatonRatio.Run(size is [var megabytesOfText] ? int.Parse(megabytesOfText, CultureInfo.InvariantCulture) : 100);
    return;
}

if (args is ["burst", .. var crowd])
{
    var counts = crowd.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Concat(Enumerable.Repeat(0, 4)).ToArray();
    await Burst.Run(Or(counts[0], 10_000), Or(counts[1], 5_000), Or(counts[2], 100_000), Or(counts[3], 60));
    return;

    static int Or(int given, int usual) => given > 0 ? given : usual;
}

if (args is ["rules"])
{
    RuleRate.Run();
    return;
}

if (args is ["facts", .. var length])
{
    FactsRate.Run(length is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 15);
    return;
}

if (args is ["pages", .. var spent])
{
    PageRate.Run(spent is [var asked] ? int.Parse(asked, CultureInfo.InvariantCulture) : 15);
    return;
}

if (args is ["fuzz", var target, .. var file])
{
    FuzzTargets.Run(target, file is [var path] ? path : null);
    return;
}

switch (args)
{
    case ["post-office", .. var limits]:
        await PostOffice.Run(limits);
        return;
    case ["deliveries", .. var modes]:
        await DeliveryRate.Run(modes);
        return;
    case ["fanout", var database, .. var chats]:
        await TableRates.FanOutTo(database, Count(chats, 1_000_000));
        return;
    case ["claims", var database, .. var rows]:
        await TableRates.Claims(database, Count(rows, 100_000));
        return;
    case ["pending", .. var rows]:
        await TableRates.Pending(Count(rows, 1_000_000));
        return;
}

static int Count(string[] asked, int usual) => asked is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : usual;

BenchmarkSwitcher.FromAssembly(typeof(FeedReading).Assembly).Run(args);
