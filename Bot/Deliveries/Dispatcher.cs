using System.Collections.Concurrent;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Sends what is owed. It claims due deliveries under a lease, gives each chat a lane of its own (one chat's messages leave in order, and a
/// slow chat holds up nobody), waits for the pacer, marks a delivery as sending, sends it once, and writes down the outcome. Killed at any
/// moment, it leaves behind claims, which are free again, and at most the sends that were in flight.
/// </summary>
internal sealed partial class Dispatcher(
    DeliveryStore store,
    AlertShelf alerts,
    Pacer pacer,
    IEnumerable<IChannel> channels,
    DeliverySignal signal,
    BotDbFactory databases,
    IOptions<DeliveriesOptions> options,
    TimeProvider clock,
    ILogger<Dispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _afterNoAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _brokenPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _mostBackoff = TimeSpan.FromMinutes(5);

    /// <summary>A chat that has more waiting than <see cref="MostInLane"/> is left out of claiming for this long.</summary>
    private static readonly TimeSpan _crowdedPause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name);
    private readonly ConcurrentDictionary<long, Queue<(DueDelivery Delivery, Message? Message)>> _lanes = [];
    private int _waiting;

    /// <summary>How many of one chat's deliveries may hold room here; the rest make way for other chats.</summary>
    private const int MostInLane = 4;

    private int MostWaiting => options.Value.InFlight * 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var safe = _channels.Values.Where(c => c.RepeatsSafely).Select(c => c.Name).ToList();
        await store.Sweep(orphans: databases.Provider == StorageProvider.Sqlite, safe, stoppingToken);
        using var inFlight = new SemaphoreSlim(options.Value.InFlight);
        var lanes = new ConcurrentDictionary<Task, byte>();
        var nextSweep = clock.GetUtcNow() + options.Value.Lease;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var claimed = await Claim(lanes, inFlight, stoppingToken);
                if (clock.GetUtcNow() >= nextSweep)
                {
                    await store.Sweep(orphans: false, safe, stoppingToken);
                    nextSweep = clock.GetUtcNow() + options.Value.Lease;
                }

                if (claimed == 0)
                {
                    await signal.Wait(_look, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The sends in flight end and are written down; what was only claimed is given back.
        }

        await Task.WhenAll(lanes.Keys);
    }

    private async Task<int> Claim(ConcurrentDictionary<Task, byte> lanes, SemaphoreSlim inFlight, CancellationToken cancellationToken)
    {
        var room = MostWaiting - Volatile.Read(ref _waiting);
        if (room < options.Value.InFlight)
        {
            return 0;
        }

        var batch = await store.Claim(room, cancellationToken);
        if (batch.Count == 0)
        {
            return 0;
        }

        var messages = await alerts.Compose(batch, cancellationToken);
        foreach (var delivery in await WithoutCrowds(batch, cancellationToken))
        {
            Interlocked.Increment(ref _waiting);
            var item = (delivery, messages.GetValueOrDefault(delivery.Id));
            if (Enqueue(item) is { } lane)
            {
                var run = RunLane(delivery.ChatId, lane, inFlight, cancellationToken);
                lanes[run] = 0;
                _ = run.ContinueWith(t => lanes.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }

        return batch.Count;
    }

    /// <summary>A chat's backlog beyond <see cref="MostInLane"/> is given back, with a pause, so that it cannot take the room of all the others.</summary>
    private async Task<List<DueDelivery>> WithoutCrowds(IReadOnlyList<DueDelivery> batch, CancellationToken cancellationToken)
    {
        List<DueDelivery> kept = [];
        List<long> over = [];
        foreach (var chat in batch.GroupBy(d => d.ChatId))
        {
            var waiting = 0;
            if (_lanes.TryGetValue(chat.Key, out var lane))
            {
                lock (lane)
                {
                    waiting = lane.Count;
                }
            }

            var room = Math.Max(0, MostInLane - waiting);
            kept.AddRange(chat.Take(room));
            if (chat.Count() > room)
            {
                over.AddRange(chat.Skip(room).Select(d => d.Id));
                await store.Pause(chat.Key, clock.GetUtcNow() + Crowded(chat.First()), cancellationToken);
            }
        }

        if (over.Count > 0)
        {
            await store.Release(over, cancellationToken);
        }

        return kept;
    }

    private TimeSpan Crowded(DueDelivery delivery)
    {
        var wait = _channels.TryGetValue(delivery.Channel, out var channel)
            ? pacer.ChatWait(channel, delivery.Address, delivery.ChatKind == ChatKind.Group)
            : TimeSpan.Zero;
        return wait > _crowdedPause ? wait : _crowdedPause;
    }

    /// <returns>The chat's lane where it has to be started; null where it is running.</returns>
    private Queue<(DueDelivery, Message?)>? Enqueue((DueDelivery Delivery, Message? Message) item)
    {
        while (true)
        {
            var fresh = new Queue<(DueDelivery Delivery, Message? Message)>();
            var lane = _lanes.GetOrAdd(item.Delivery.ChatId, fresh);
            lock (lane)
            {
                if (!_lanes.TryGetValue(item.Delivery.ChatId, out var current) || current != lane)
                {
                    continue;
                }

                lane.Enqueue(item);
                return lane == fresh ? lane : null;
            }
        }
    }

    private async Task RunLane(long chatId, Queue<(DueDelivery Delivery, Message? Message)> lane, SemaphoreSlim inFlight, CancellationToken cancellationToken)
    {
        await Task.Yield();
        List<long> unsent = [];
        var goesOn = true;
        while (true)
        {
            (DueDelivery Delivery, Message? Message) item;
            lock (lane)
            {
                if (!lane.TryDequeue(out item))
                {
                    _lanes.TryRemove(chatId, out _);
                    break;
                }
            }

            goesOn = goesOn && await TryDeliver(item.Delivery, item.Message, inFlight, cancellationToken);
            if (!goesOn)
            {
                unsent.Add(item.Delivery.Id);
            }

            Interlocked.Decrement(ref _waiting);
        }

        if (unsent.Count > 0)
        {
            await store.Release(unsent, CancellationToken.None);
        }
    }

    /// <returns>Whether the chat's later deliveries may follow now; if not, they are given back, so that the order is kept.</returns>
    private async Task<bool> TryDeliver(DueDelivery delivery, Message? message, SemaphoreSlim inFlight, CancellationToken cancellationToken)
    {
        try
        {
            return !cancellationToken.IsCancellationRequested && await Deliver(delivery, message, inFlight, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault)
        {
            // One delivery that cannot be handled harms only itself: it is taken up again when its lease runs out.
            Log.Faulted(logger, fault, delivery.Id);
            return false;
        }
    }

    private async Task<bool> Deliver(DueDelivery delivery, Message? message, SemaphoreSlim inFlight, CancellationToken cancellationToken)
    {
        if (message is null || !_channels.TryGetValue(delivery.Channel, out var channel))
        {
            var why = message is null ? "its bulletin is gone" : $"the channel {delivery.Channel} is not set up";
            await store.Finish(delivery.Id, DeliveryState.Suppressed, why, null, cancellationToken);
            return true;
        }

        var isGroup = delivery.ChatKind == ChatKind.Group;
        if (pacer.ChatWait(channel, delivery.Address, isGroup) is var wait && wait > _crowdedPause)
        {
            await store.Pause(delivery.ChatId, clock.GetUtcNow() + wait, cancellationToken);
            return false;
        }

        await pacer.Wait(channel, delivery.Address, isGroup, cancellationToken);
        await inFlight.WaitAsync(cancellationToken);
        try
        {
            // From here on the stop waits: a send that has begun is written down.
            return !await store.MarkSending(delivery.Id, cancellationToken)
                || await Conclude(delivery, channel, await channel.Send(delivery.Address, message, CancellationToken.None));
        }
        finally
        {
            inFlight.Release();
        }
    }

    private async Task<bool> Conclude(DueDelivery delivery, IChannel channel, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted(var messageId):
                await store.Finish(delivery.Id, DeliveryState.Sent, null, messageId, CancellationToken.None);
                return true;

            case SendOutcome.Later(var after, PaceScope.Unsaid, var why):
                return await Again(delivery, channel, pacer.Slowed(channel, delivery.Address, after), after, why);

            case SendOutcome.Later(var after, var scope, var why) when clock.GetUtcNow() - delivery.CreatedAt < options.Value.GiveUpAfter:
                return await Again(delivery, channel, scope, Backoff(after, delivery.Attempts), why);

            case SendOutcome.Later(_, _, var why):
                Log.GivenUp(logger, delivery.Id, why);
                await store.Finish(delivery.Id, DeliveryState.Dead, why, null, CancellationToken.None);
                return true;

            case SendOutcome.Unknown(var why) when channel.RepeatsSafely || delivery.Priority == (int)TopicPriority.Urgent:
                return await Again(delivery, channel, PaceScope.Chat, _afterNoAnswer, why);

            case SendOutcome.Unknown(var why):
                Log.Held(logger, delivery.Id, why);
                await store.Finish(delivery.Id, DeliveryState.Unknown, why, null, CancellationToken.None);
                return true;

            case SendOutcome.Refused(var why):
                Log.GivenUp(logger, delivery.Id, why);
                await store.Finish(delivery.Id, DeliveryState.Dead, why, null, CancellationToken.None);
                return true;

            case SendOutcome.Unreachable(var why):
                Log.Suspended(logger, delivery.ChatId, why);
                await store.Finish(delivery.Id, DeliveryState.Suppressed, why, null, CancellationToken.None);
                await store.Suspend(delivery.ChatId, why, CancellationToken.None);
                return false;

            case SendOutcome.Moved(var address):
                var moved = await store.Move(delivery.ChatId, address, CancellationToken.None);
                await store.Finish(delivery.Id, moved ? DeliveryState.Pending : DeliveryState.Suppressed,
                    moved ? "the chat moved" : "the chat moved to one that is already here", null, CancellationToken.None);
                return false;

            case SendOutcome.Broken(var why):
                Log.Broken(logger, channel.Name, why, _brokenPause);
                return await Again(delivery, channel, PaceScope.Channel, _brokenPause, why);

            default:
                throw new InvalidOperationException($"An outcome that nobody planned: {outcome}");
        }
    }

    /// <summary>A fault that lasts is asked about less and less often, at most every five minutes.</summary>
    private static TimeSpan Backoff(TimeSpan after, int attempts) =>
        TimeSpan.FromTicks(Math.Min(Math.Max(after.Ticks, _mostBackoff.Ticks), after.Ticks << Math.Min(attempts, 8)));

    private async Task<bool> Again(DueDelivery delivery, IChannel channel, PaceScope scope, TimeSpan after, string why)
    {
        if (scope == PaceScope.Channel)
        {
            pacer.Pause(channel, after);
        }
        else
        {
            await store.Pause(delivery.ChatId, clock.GetUtcNow() + after, CancellationToken.None);
        }

        await store.Finish(delivery.Id, DeliveryState.Pending, why, null, CancellationToken.None);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be handled and is taken up again when its lease runs out")]
        public static partial void Faulted(ILogger logger, Exception fault, long delivery);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, long delivery, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} may have arrived and is held: {Reason}")]
        public static partial void Held(ILogger logger, long delivery, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Chat {Chat} cannot be reached and is suspended until it comes back: {Reason}")]
        public static partial void Suspended(ILogger logger, long chat, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The channel {Channel} does not work and rests for {Pause}: {Reason}")]
        public static partial void Broken(ILogger logger, string channel, string reason, TimeSpan pause);
    }
}
