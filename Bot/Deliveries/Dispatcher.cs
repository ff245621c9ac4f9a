using System.Data.Common;
using Bot.Storage;
using Bot.Topics;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Sends what is owed: takes up what a dead process left behind, claims due deliveries under a lease, hands each to its channel's line, and
/// keeps the leases. Killed at any moment, it leaves behind claims, which are free again, and at most the sends that were in flight.
/// </summary>
internal sealed partial class Dispatcher(
    DeliveryStore store,
    DeliveryClaims claims,
    DeliveryWriter writer,
    AlertShelf alerts,
    Pacer pacer,
    Courier courier,
    PaceMemory memory,
    Crowds crowds,
    Leases leases,
    Presence presence,
    IEnumerable<IChannel> channels,
    DeliverySignal signal,
    BotDbFactory databases,
    IOptions<DeliveriesOptions> options,
    TimeProvider clock,
    ILogger<Dispatcher> logger) : BackgroundService
{
    private const int MostInClaim = 500;

    /// <summary>Fewer are not worth a claim; the next one takes more.</summary>
    private const int LeastInClaim = 50;

    private static readonly TimeSpan _databaseAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _shortLook = TimeSpan.FromMilliseconds(50);

    private readonly Backlogs _backlogs = new(claims, clock);
    private readonly List<ChannelLine> _lines = [.. channels.Select(c => new ChannelLine(c, pacer, courier, options, clock))];

    /// <summary>Until the stop.</summary>
    internal async Task Run(CancellationToken stoppingToken)
    {
        var written = writer.Run();
        try
        {
            await Insist(() => TakeUp(databases.Provider == StorageProvider.Sqlite, stoppingToken), stoppingToken);
            await Insist(() => memory.Recall([.. _lines.Select(l => l.Channel)], stoppingToken), stoppingToken);
            await Insist(() => Hold(stoppingToken), stoppingToken);
            var running = _lines.Select(l => l.Run()).Append(KeepUp(stoppingToken)).Append(Inherit(stoppingToken)).ToList();
            await ClaimOn(stoppingToken);
            _lines.ForEach(l => l.Close());
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        writer.Close();
        await written;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Run(stoppingToken);

    private async Task ClaimOn(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var claimed = 0;
                var open = _lines.Where(l => l.IsOurs).Select(l => (Line: l, l.Room)).Where(l => l.Room >= Math.Min(LeastInClaim, options.Value.InFlight)).ToList();
                if (open.Count > 0)
                {
                    await Insist(async () => claimed = await Claim([.. open.Select(l => l.Line)], Math.Min(MostInClaim, open.Min(l => l.Room)), stoppingToken), stoppingToken);
                }

                if (claimed == 0)
                {
                    await signal.Wait(open.Count > 0 ? options.Value.Look : _shortLook, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The sends in flight end and are written down; what was only claimed is given back.
        }
    }

    private async Task<int> Claim(List<ChannelLine> lines, int most, CancellationToken cancellationToken)
    {
        List<long> crowded = [], crowdedWithUrgent = [];
        foreach (var line in lines)
        {
            line.BeginClaim(crowded, crowdedWithUrgent);
        }

        await _backlogs.Look(lines, cancellationToken);
        var ahead = _backlogs.Ahead(crowded);
        var claim = new Claim(
            most,
            ChannelLine.MostInLane,
            [.. lines.Select(l => l.Channel.Name)],
            [.. crowded.Union(_backlogs.Chats)],
            [.. crowdedWithUrgent.Union(ahead.Keys)],
            ahead);

        // What is claimed is handed on or given back, whatever comes: a stop must not come in between.
        var batch = await claims.Claim(claim, cancellationToken);
        _backlogs.Took(batch);
        if (batch.Count == 0)
        {
            return 0;
        }

        var handedOn = false;
        try
        {
            var alone = await MergeCrowds(batch, cancellationToken);
            var messages = await alerts.Compose(alone, cancellationToken);
            foreach (var line in lines)
            {
                var back = line.Add(alone.Where(d => d.Channel == line.Channel.Name).Select(d => new Parcel(d, messages.GetValueOrDefault(d.Id))));
                await courier.GiveBack(back);
            }

            handedOn = true;
            return batch.Count;
        }
        finally
        {
            if (!handedOn)
            {
                await courier.GiveBack([.. batch.Select(d => d.Id)]);
            }
        }
    }

    /// <summary>Whose backlog is too great gets it as a list, which is decided before any of it leaves.</summary>
    /// <returns>What leaves by itself all the same.</returns>
    private async Task<IReadOnlyList<DueDelivery>> MergeCrowds(IReadOnlyList<DueDelivery> batch, CancellationToken cancellationToken)
    {
        var crowded = batch.CountBy(d => (d.Channel, d.ChatId)).Where(c => c.Value >= ChannelLine.MostInLane).Select(c => c.Key).ToLookup(c => c.Channel, c => c.ChatId);
        var listed = new Dictionary<long, bool>();
        foreach (var line in _lines.Where(l => crowded.Contains(l.Channel.Name)))
        {
            var chats = crowded[line.Channel.Name].ToList();
            if (line.Channel is IMergesCrowds merging)
            {
                foreach (var (chat, isAll) in await crowds.Gather(merging, chats, cancellationToken))
                {
                    listed[chat] = isAll;
                }
            }
            else if (options.Value.MergeBeyond > 0)
            {
                foreach (var chat in chats)
                {
                    await store.Merge(chat, options.Value.MergeBeyond, cancellationToken);
                }
            }
        }

        return listed.Count == 0
            ? batch
            : [.. batch.Where(d => d.Kind != DeliveryKind.Alert || !listed.TryGetValue(d.ChatId, out var isAll) || !(isAll || d.Priority != (int)TopicPriority.Urgent))];
    }

    /// <summary>Several processes: each channel is sent to by one of them, so that its limits and its chats' order hold over all.</summary>
    private async Task Hold(CancellationToken cancellationToken)
    {
        foreach (var line in _lines)
        {
            line.IsOurs = await leases.Hold($"send:{line.Channel.Name}", options.Value.Lease, cancellationToken);
        }
    }

    /// <summary>Keeps the leases of what is held here, and takes up what others lost.</summary>
    private async Task KeepUp(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.Value.Lease / 3, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Insist(
                    async () =>
                    {
                        await Hold(stoppingToken);
                        await store.Renew([.. _lines.SelectMany(l => l.Held())], stoppingToken);
                        await TakeUp(orphans: false, stoppingToken);
                        foreach (var line in _lines.Where(l => l.IsOurs))
                        {
                            await memory.Keep(line.Channel, stoppingToken);
                        }
                    },
                    stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Takes over at once what a process held that died, instead of when its leases run out.</summary>
    private async Task Inherit(CancellationToken stoppingToken)
    {
        if (presence.Look is not { } look)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(look, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Insist(
                    async () =>
                    {
                        var missed = await presence.Missed([.. await leases.Owners(stoppingToken), .. await store.Owners(stoppingToken)], stoppingToken);
                        foreach (var owner in missed)
                        {
                            Log.Inherits(logger, owner);
                            await leases.Forget(owner, stoppingToken);
                        }

                        if (missed.Count > 0)
                        {
                            await Hold(stoppingToken);
                            await TakeUp(orphans: false, stoppingToken, missed);
                            signal.Raise();
                        }
                    },
                    stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TakeUp(bool orphans, CancellationToken cancellationToken, IReadOnlyCollection<string>? dead = null)
    {
        var safe = _lines.Select(l => l.Channel).Where(c => c.RepeatsSafely).Select(c => c.Name).ToList();
        await store.Sweep(orphans, safe, cancellationToken, dead);
        await store.Revive(null, cancellationToken);
    }

    private async Task Insist(Func<Task> act, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (DbException fault)
            {
                Log.DatabaseAgain(logger, fault);
                await Task.Delay(_databaseAgain, clock, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The process {Owner} died; what it held is taken over")]
        public static partial void Inherits(ILogger logger, string owner);

        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; deliveries go on when it does, and it is tried again in a second")]
        public static partial void DatabaseAgain(ILogger logger, Exception fault);
    }
}
