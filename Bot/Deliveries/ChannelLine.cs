using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// One channel's way out: at each of the channel's turns the most pressing delivery leaves whose chat may be written to. A chat has at most
/// one on its way, so its order is kept, and one whose own limits hold it back is passed over until they don't.
/// </summary>
internal sealed class ChannelLine(IChannel channel, Pacer pacer, Courier courier, IOptions<DeliveriesOptions> options, TimeProvider clock)
{
    /// <summary>How many of one chat's deliveries wait here; the others stay in the database and make way.</summary>
    public const int MostInLane = 4;

    /// <summary>A turn is taken this long before its time, so that the mark is in the database by then.</summary>
    private static readonly TimeSpan _lead = TimeSpan.FromMilliseconds(30);

    /// <summary>A lane that rests longer takes no room.</summary>
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The first message goes alone: until its connection stands and its code has run once, those behind it would catch up with it and arrive
    /// in a bunch. One that is not answered holds up the others no longer than this.
    /// </summary>
    private static readonly TimeSpan _warmsUpFor = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Bell _bell = new();
    private readonly Dictionary<long, Lane> _lanes = [];
    private readonly PriorityQueue<(Lane Lane, int Round), (int, long, long)> _ready = new();
    private readonly PriorityQueue<(Lane Lane, int Round), TimeSpan> _resting = new();
    private readonly Dictionary<long, Task> _onTheirWay = [];
    private readonly HashSet<long> _gaveBack = [];
    private volatile bool _isClosed;
    private TimeSpan? _warmAt;

    public IChannel Channel => channel;

    /// <summary>Whether this process is the one that sends to the channel.</summary>
    public bool IsOurs { get; set; }

    private int MostWaiting => options.Value.InFlight * 4;

    /// <summary>How many more deliveries can be taken in; none while the channel rests.</summary>
    public int Room
    {
        get
        {
            if (pacer.NextAt(channel) - pacer.Now > _long)
            {
                return 0;
            }

            lock (_lock)
            {
                var waiting = _ready.Count + _resting.UnorderedItems.Count(i => i.Priority - pacer.Now < _long);
                return Math.Max(0, Math.Min(MostWaiting - waiting, (MostWaiting * 8) - _lanes.Count));
            }
        }
    }

    /// <summary>A claim begins. Says which chats have enough waiting here, and which have enough urgent ones, too.</summary>
    public void BeginClaim(List<long> crowded, List<long> crowdedWithUrgent)
    {
        lock (_lock)
        {
            _gaveBack.Clear();
            foreach (var lane in _lanes.Values)
            {
                var enough = lane.IsAhead ? MostInLane : MostInLane / 2;
                if (lane.IsGivingBack || lane.Count - lane.Urgent >= enough)
                {
                    crowded.Add(lane.ChatId);
                }

                if (lane.IsGivingBack || lane.Urgent >= enough)
                {
                    crowdedWithUrgent.Add(lane.ChatId);
                }
            }
        }
    }

    /// <summary>All that is held here, for the leases.</summary>
    public List<long> Held()
    {
        lock (_lock)
        {
            return [.. _lanes.Values.SelectMany(l => l.Ids), .. _onTheirWay.Keys];
        }
    }

    /// <returns>
    /// Those that have to be given back: while they were claimed, what comes before them in their chat was given back.
    /// </returns>
    public List<long> Add(IEnumerable<Parcel> parcels)
    {
        List<long> back = [];
        lock (_lock)
        {
            foreach (var parcel in parcels)
            {
                if (_isClosed || _gaveBack.Contains(parcel.Delivery.ChatId))
                {
                    back.Add(parcel.Delivery.Id);
                    continue;
                }

                if (!_lanes.TryGetValue(parcel.Delivery.ChatId, out var lane))
                {
                    _lanes[parcel.Delivery.ChatId] = lane = new Lane(parcel.Delivery.ChatId);
                }

                lane.Add(parcel);
                PutUp(lane);
            }
        }

        _bell.Ring();
        return back;
    }

    /// <summary>Nothing more leaves; <see cref="Run"/> ends when what is on its way has ended.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        _bell.Ring();
    }

    /// <summary>Until it is closed; what is on its way then ends and is written down, and what waited is given back.</summary>
    public async Task Run()
    {
        while (!_isClosed)
        {
            if (StartNext() is { } wait)
            {
                await _bell.Wait(wait, clock, CancellationToken.None);
            }
        }

        List<long> waiting;
        List<Task> onTheirWay;
        lock (_lock)
        {
            waiting = [.. _lanes.Values.SelectMany(l => l.Clear())];
            onTheirWay = [.. _onTheirWay.Values];
        }

        await courier.GiveBack(waiting);
        await Task.WhenAll(onTheirWay);
    }

    /// <returns>How long nothing can leave; null where something did.</returns>
    private TimeSpan? StartNext()
    {
        lock (_lock)
        {
            if (_onTheirWay.Count >= options.Value.InFlight)
            {
                return Timeout.InfiniteTimeSpan;
            }

            var now = pacer.Now;
            if (_onTheirWay.Count > 0 && _warmAt is { } warm && warm > now)
            {
                return RoundUp(warm - now);
            }

            var turn = pacer.NextAt(channel);
            if (turn - now > _lead)
            {
                return RoundUp(turn - _lead - now);
            }

            if (Next(turn) is not { } lane)
            {
                return _resting.TryPeek(out _, out var wakes) ? RoundUp(wakes - now) : Timeout.InfiniteTimeSpan;
            }

            var parcel = lane.Take();
            lane.IsBusy = true;
            var reserved = pacer.Reserve(channel);
            _warmAt ??= now + _warmsUpFor;
            _onTheirWay[parcel.Delivery.Id] = Carry(lane, parcel, reserved);

            return null;
        }
    }

    /// <summary>The most pressing lane that may be written to at that moment.</summary>
    private Lane? Next(TimeSpan at)
    {
        while (_resting.TryPeek(out var rested, out var wakes) && wakes <= at)
        {
            _resting.Dequeue();
            if (IsCurrent(rested))
            {
                _ready.Enqueue(rested, rested.Lane.Place);
            }
        }

        while (_ready.TryDequeue(out var best, out _))
        {
            if (!IsCurrent(best))
            {
                continue;
            }

            var chat = best.Lane.First;
            if (pacer.ChatReadyAt(channel, chat.Address, chat.IsGroup, at, chat.IsPressing) is var ready && ready > at)
            {
                _resting.Enqueue(best, ready);
                continue;
            }

            return best.Lane;
        }

        return null;
    }

    private static bool IsCurrent((Lane Lane, int Round) put) => put.Lane.Round == put.Round && !put.Lane.IsBusy && put.Lane.Count > 0;

    private void PutUp(Lane lane)
    {
        if (lane.IsBusy || lane.Count == 0)
        {
            return;
        }

        var chat = lane.First;
        _resting.Enqueue((lane, ++lane.Round), pacer.ChatReadyAt(channel, chat.Address, chat.IsGroup, isPressing: chat.IsPressing));
    }

    private async Task Carry(Lane lane, Parcel parcel, PaceTurn turn)
    {
        await Task.Yield();
        var carried = await courier.Deliver(channel, parcel, turn);
        if (carried == Courier.Carried.Back)
        {
            await GiveBack(lane);
        }

        lock (_lock)
        {
            _onTheirWay.Remove(parcel.Delivery.Id);
            _warmAt = Pace.Never;
            if (carried == Courier.Carried.Partly)
            {
                lane.Add(parcel);
            }

            lane.IsBusy = false;
            lane.IsGivingBack = false;
            if (lane.Count == 0)
            {
                _lanes.Remove(lane.ChatId);
            }
            else
            {
                PutUp(lane);
            }
        }

        _bell.Ring();
    }

    /// <summary>What waits behind a delivery that did not leave must not overtake it.</summary>
    private async Task GiveBack(Lane lane)
    {
        List<long> back;
        lock (_lock)
        {
            lane.IsGivingBack = true;
            _gaveBack.Add(lane.ChatId);
            back = lane.Clear();
        }

        await courier.GiveBack(back);
    }

    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
}
