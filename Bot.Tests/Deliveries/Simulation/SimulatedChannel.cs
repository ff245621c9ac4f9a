using System.Globalization;
using Bot.Deliveries;

namespace Bot.Tests.Deliveries.Simulation;

/// <summary>A messenger behind a bad network. It keeps limits that it does not tell, and notes everything that the checks need.</summary>
internal sealed class SimulatedChannel(SimulatedTime time, Random random, Weather weather)
{
    public static readonly ChannelLimits Told = new(30, 1, 20);

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(90);

    private readonly Queue<long> _hiddenWindow = [];
    private readonly Dictionary<string, long> _hiddenChat = [];
    private readonly Dictionary<string, long> _chatPenalty = [];
    private long _penaltyUntil = -1;
    private int _messageId;

    /// <summary>Chats that refuse us.</summary>
    public HashSet<string> Blocked { get; } = [];

    public Dictionary<string, string> MovedTo { get; } = [];

    public List<Sending> Sendings { get; } = [];

    public IChannel For(SimulatedProcess process) => new View(this, process);

    private Task<SendOutcome> Send(SimulatedProcess process, string address, Message message)
    {
        var sending = new Sending(long.Parse(message.Key!.AsSpan("delivery/".Length), CultureInfo.InvariantCulture), address, time.Now, process);
        Sendings.Add(sending);
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (weather.Refuses(time.Now, random))
        {
            Answer(Short(), new SendOutcome.Later(TimeSpan.FromSeconds(5), PaceScope.Channel, "not reached"));
        }
        else if (random.NextDouble() < weather.LosesRequest(time.Now))
        {
            Answer(random.Next(2) == 0 ? _timeout : Short(), new SendOutcome.Unknown("no answer"));
        }
        else
        {
            time.Plan(Leg(), Arrive);
        }

        return answer.Task;

        void Arrive()
        {
            var outcome = Judge(sending);
            if (random.NextDouble() < weather.LosesAnswer(time.Now))
            {
                Answer(random.Next(2) == 0 ? _timeout : Short(), new SendOutcome.Unknown("no answer"));
                return;
            }

            var leg = Leg();
            Answer(leg < _timeout ? leg : _timeout, leg < _timeout ? outcome : new SendOutcome.Unknown("no answer in time"));
        }

        void Answer(TimeSpan after, SendOutcome outcome) => time.Plan(after, () =>
        {
            if (!process.IsDead)
            {
                sending.Answer = outcome;
                sending.AnsweredAt = time.Now;
                answer.TrySetResult(outcome);
            }
        });
    }

    private SendOutcome Judge(Sending sending)
    {
        sending.ArrivedAt = time.Now;
        if (random.NextDouble() < weather.ServerFault(time.Now))
        {
            return new SendOutcome.Later(TimeSpan.FromSeconds(10), PaceScope.Chat, "the server is ill");
        }

        if (MovedTo.TryGetValue(sending.Address, out var moved))
        {
            return new SendOutcome.Moved(moved);
        }

        if (Blocked.Contains(sending.Address))
        {
            return new SendOutcome.Unreachable("blocked");
        }

        if (TooMuch(sending) is { } wait)
        {
            sending.PenaltyUntil = time.Now + wait.Ticks;
            return new SendOutcome.Later(wait, PaceScope.Unsaid, "slow down");
        }

        sending.IsAccepted = true;
        return new SendOutcome.Accepted((++_messageId).ToString(CultureInfo.InvariantCulture));
    }

    private TimeSpan? TooMuch(Sending sending)
    {
        if (time.Now < _penaltyUntil)
        {
            return Whole(_penaltyUntil - time.Now);
        }

        if (_chatPenalty.TryGetValue(sending.Address, out var until) && time.Now < until)
        {
            return Whole(until - time.Now);
        }

        if (weather.HiddenPerSecond is { } most)
        {
            while (_hiddenWindow.TryPeek(out var gone) && time.Now - gone >= TimeSpan.TicksPerSecond)
            {
                _hiddenWindow.Dequeue();
            }

            if (_hiddenWindow.Count >= most)
            {
                sending.IsOfChannel = true;
                _penaltyUntil = time.Now + weather.Penalty.Ticks;
                return weather.Penalty;
            }

            _hiddenWindow.Enqueue(time.Now);
        }

        if (weather.HiddenChatDistance is { } distance)
        {
            if (_hiddenChat.TryGetValue(sending.Address, out var last) && time.Now - last < distance.Ticks)
            {
                _chatPenalty[sending.Address] = time.Now + weather.Penalty.Ticks;
                return weather.Penalty;
            }

            _hiddenChat[sending.Address] = time.Now;
        }

        return null;
    }

    private static TimeSpan Whole(long ticks) => TimeSpan.FromSeconds(Math.Ceiling(TimeSpan.FromTicks(ticks).TotalSeconds));

    private TimeSpan Short() => TimeSpan.FromMilliseconds(random.Next(1, 80));

    private TimeSpan Leg() => random.NextDouble() < weather.Slow(time.Now) ? TimeSpan.FromSeconds(random.Next(1, 100)) : Short();

    private sealed class View(SimulatedChannel channel, SimulatedProcess process) : IChannel
    {
        public string Name => "simulated";

        public ChannelLimits Limits => Told;

        public bool RepeatsSafely => false;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken) => channel.Send(process, address, message);
    }
}

/// <summary>One call of the channel, and all that came of it.</summary>
internal sealed class Sending(long delivery, string address, long at, SimulatedProcess process)
{
    public long Delivery => delivery;

    public string Address => address;

    public long At => at;

    public SimulatedProcess Process => process;

    public long? ArrivedAt { get; set; }

    public bool IsAccepted { get; set; }

    /// <summary>Refused by the limit of all chats together.</summary>
    public bool IsOfChannel { get; set; }

    public long? PenaltyUntil { get; set; }

    public SendOutcome? Answer { get; set; }

    public long? AnsweredAt { get; set; }
}
