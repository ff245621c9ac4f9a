using System.Globalization;
using System.Text;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Summaries.Model;
using Bot.Topics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Deliveries.Simulation;

/// <summary>
/// Everything that follows from one seed: chats, what they are owed and when, the weather, and when the process is killed, stopped or
/// started. The dispatcher, courier, pacer, writer, sweep and store are the product's own, over real SQLite.
/// </summary>
internal sealed class Simulation
{
    private static readonly DateTimeOffset _epoch = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _most = TimeSpan.FromDays(2);

    /// <summary>More than any seed needs: what needs more spins.</summary>
    private const int MostSteps = 200_000;

    private readonly SimulatedDatabase _database;
    private readonly Random _random;
    private readonly SimulatedTime _time = new();
    private readonly Weather _weather;
    private readonly SimulatedChannel _channel;
    private readonly List<Owed> _owed = [];
    private readonly List<long> _unsure = [];
    private readonly List<long> _restarts = [];
    private readonly int _mergeBeyond;
    private readonly StringBuilder _trace = new();
    private SimulatedProcess? _process;
    private Action _askToStop = () => { };
    private DeliverySignal _signal = new();
    private TimeSpan _lastReturn;
    private Task _run = Task.CompletedTask;

    public Simulation(int seed, SimulatedDatabase database)
    {
        _database = database;
        _random = new Random(seed);
        _weather = new Weather(_random);
        _mergeBeyond = _random.Next(3) == 0 ? _random.Next(2, 10) : 0;
        _channel = new SimulatedChannel(_time, _random, _weather);
    }

    private DateTimeOffset WallNow => _epoch + TimeSpan.FromTicks(_time.Now) + _time.WallOffset;

    /// <summary>All that happened, in its order; the same for the same seed.</summary>
    public string Trace => _trace.ToString();

    /// <returns>What should not have happened.</returns>
    public List<string> Run()
    {
        _database.Wipe();
        Populate();
        Start();
        PlanTrouble();
        var lastOwed = (_owed.Select(o => o.Later).Append(_lastReturn).Max() + TimeSpan.FromSeconds(1)).Ticks;
        var crashes = _weather.Crashes;
        var nextCrash = _random.Next(20, 4000);
        var nextLook = TimeSpan.FromMinutes(1).Ticks;
        while (_time.Now < _most.Ticks && _time.Steps < MostSteps && _time.Step())
        {
            if (crashes > 0 && _time.Steps >= nextCrash && _process is { IsDead: false } && _time.Now < _weather.Storm.Ticks)
            {
                crashes--;
                nextCrash = (int)_time.Steps + _random.Next(20, 4000);
                Interrupt();
            }

            foreach (var change in _database.History())
            {
                _trace.Append(CultureInfo.InvariantCulture, $"{_time.Now} {change}\n");
            }

            if (_time.Now >= nextLook)
            {
                nextLook = _time.Now + TimeSpan.FromSeconds(20).Ticks;
                if (_time.Now > lastOwed && _process is { IsDead: false } && _database.Open() == 0)
                {
                    break;
                }
            }
        }

        var states = _database.States();
        _trace.Append(CultureInfo.InvariantCulture, $"{_time.Steps} steps, {TimeSpan.FromTicks(_time.Now)}\n");
        foreach (var sending in _channel.Sendings)
        {
            _trace.Append(CultureInfo.InvariantCulture, $"{sending.At} {sending.Address} {sending.Delivery} {sending.IsAccepted} {sending.Answer}\n");
        }

        _trace.AppendJoin('\n', states.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}"));
        _process?.Kill();
        return new SimulationChecks(_owed, states, _database.Tellers(), _channel.Sendings, _unsure, _restarts, _channel.MovedTo).Faults();
    }

    private void Populate()
    {
        using var db = _database.Factory.CreateDbContext();
        db.Add(new BulletinRow { Id = 1, SourceId = "court", EntryKey = "1", StoryId = 1, Fingerprint = "f", Title = "云岭法院公告", Summary = "摘要。", SeenAt = _epoch });
        var chats = _random.Next(1, 9);
        var busy = _random.Next(1, 9);
        var bulletins = Enumerable.Range(0, _random.Next(1, 9)).Select(_ => TimeSpan.FromSeconds(_random.Next(0, 300))).ToList();
        long id = 0;
        for (var chat = 1; chat <= chats; chat++)
        {
            var kind = _random.Next(4) == 0 ? ChatKind.Group : ChatKind.Private;
            db.Add(new ChatRow { Id = chat, Channel = "simulated", Address = $"{chat}", Kind = kind, CreatedAt = _epoch });
            var count = kind == ChatKind.Group && _random.Next(4) == 0 ? 30 : _random.Next(0, busy);
            for (var i = 0; i < count; i++)
            {
                var later = _random.Next(2) == 0 ? TimeSpan.Zero : bulletins[_random.Next(bulletins.Count)];
                var owed = new Owed(++id, chat, $"{chat}", kind == ChatKind.Group, _random.Next(3), _epoch + TimeSpan.FromSeconds(_random.Next(-60, 60)), later);
                _owed.Add(owed);
                if (later == TimeSpan.Zero)
                {
                    db.Add(owed.Row(_epoch));
                }
            }
        }

        db.SaveChanges();
        foreach (var together in _owed.Where(o => o.Later > TimeSpan.Zero).GroupBy(o => o.Later))
        {
            _time.Plan(together.Key, () => Owe([.. together]));
        }

        foreach (var owed in _owed)
        {
            _trace.Append(CultureInfo.InvariantCulture, $"{owed}\n");
        }
    }

    /// <summary>As one bulletin owes them, at once.</summary>
    private void Owe(List<Owed> together)
    {
        using var db = _database.Factory.CreateDbContext();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(WallNow.ToUnixTimeMilliseconds());
        foreach (var owed in together)
        {
            owed.DueAt = now;
            db.Add(owed.Row(now));
        }

        db.SaveChanges();
        _process?.Do(_signal.Raise);
    }

    private void PlanTrouble()
    {
        for (var i = 0; i < _weather.Jumps; i++)
        {
            _time.Plan(TimeSpan.FromSeconds(_random.Next(0, 300)), () => _time.WallOffset += TimeSpan.FromMinutes(_random.Next(-30, 120)));
        }

        foreach (var chat in _owed.DistinctBy(o => o.Chat).ToList())
        {
            if (_random.Next(10) == 0)
            {
                _time.Plan(TimeSpan.FromSeconds(_random.Next(0, 100)), () => _channel.Blocked.Add(chat.Address));
                var back = TimeSpan.FromSeconds(_random.Next(100, 400));
                _lastReturn = back > _lastReturn ? back : _lastReturn;
                _time.Plan(back, () => Unblock(chat));
            }
            else if (chat.IsGroup && _random.Next(4) == 0)
            {
                _time.Plan(TimeSpan.FromSeconds(_random.Next(0, 60)), () => _channel.MovedTo[chat.Address] = $"-100{chat.Address}");
            }
        }
    }

    private void Unblock(Owed chat)
    {
        _channel.Blocked.Remove(chat.Address);
        _database.ComeBack(chat.Chat);
    }

    /// <summary>Killed, or asked to stop; and after a while started again.</summary>
    private void Interrupt()
    {
        var process = _process!;
        if (_random.Next(4) == 0)
        {
            process.Do(_askToStop);
            while (!_run.IsCompleted && _time.Steps < MostSteps && _time.Step())
            {
            }
        }

        _unsure.AddRange(_database.Sending());
        process.Kill();
        _restarts.Add(_time.Now);
        _trace.Append(CultureInfo.InvariantCulture, $"{_time.Now} interrupted\n");
        _time.Plan(TimeSpan.FromSeconds(_random.Next(3) == 0 ? 0 : _random.Next(0, 90)), Start);
    }

    private void Start()
    {
        _process = new SimulatedProcess(_time, _epoch);
        var stop = new CancellationTokenSource();
        _askToStop = stop.Cancel;
        _signal = new DeliverySignal();
        var clock = _process.Clock;
        var options = Options.Create(new DeliveriesOptions { InFlight = 20, Look = TimeSpan.FromSeconds(20), Lease = TimeSpan.FromMinutes(3), MergeBeyond = _mergeBeyond });
        var databases = _database.Factory;
        var presence = new Presence(databases, clock);
        var store = new DeliveryStore(databases, presence, options, clock);
        var claims = new DeliveryClaims(databases, presence, options, clock);
        var writer = new DeliveryWriter(databases, store, options, clock, NullLogger<DeliveryWriter>.Instance);
        var pacer = new Pacer(clock);
        var memory = new PaceMemory(databases, store, pacer, clock);
        var courier = new Courier(store, writer, pacer, memory, options, clock, NullLogger<Courier>.Instance);
        var topics = new TopicCatalogue();
        var sources = new SourceCatalogue();
        var site = new PublicAddress(options);
        var model = new ModelSummarizer(Options.Create(new ModelOptions()), Options.Create(new SummariesOptions()), new AnswerStore(databases, clock), clock, NullLogger<ModelSummarizer>.Instance);
        var alerts = new AlertShelf(
            databases, topics, new AlertMessages(sources, site), new DigestShelf(topics, new DigestMessages(sources, topics), clock), new ReminderMessages(site, clock), new SummaryWriter(new Summarizer(), model));
        var dispatcher = new Dispatcher(
            store, claims, writer, alerts, pacer, courier, memory, new Crowds(databases, clock), new Leases(databases, presence, clock), presence, [_channel.For(_process)], _signal, databases, options, clock, NullLogger<Dispatcher>.Instance);
        _process.Do(() => _run = dispatcher.Run(stop.Token));
    }
}

/// <param name="Later">How long after the beginning it came to be owed.</param>
internal sealed record Owed(long Id, long Chat, string Address, bool IsGroup, int Priority, DateTimeOffset Due, TimeSpan Later)
{
    public DateTimeOffset DueAt { get; set; } = Due;

    public DeliveryRow Row(DateTimeOffset now) => new()
    {
        Id = Id,
        ChatId = Chat,
        StoryId = Id,
        BulletinId = 1,
        Priority = Priority,
        DueAt = DueAt,
        CreatedAt = now,
    };
}
