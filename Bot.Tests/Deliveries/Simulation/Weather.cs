namespace Bot.Tests.Deliveries.Simulation;

/// <summary>How bad things are: chances drawn from the seed, for as long as the storm lasts; afterwards all is calm, and what is owed must arrive.</summary>
internal sealed class Weather
{
    private readonly double _losesRequest;
    private readonly double _losesAnswer;
    private readonly double _serverFault;
    private readonly double _slow;
    private readonly double _refuses;
    private readonly (long From, long Until) _outage;

    public Weather(Random random)
    {
        double Chance(double most) => random.Next(3) == 0 ? random.NextDouble() * most : 0;
        Storm = TimeSpan.FromSeconds(random.Next(20, 400));
        _losesRequest = Chance(0.2);
        _losesAnswer = Chance(0.2);
        _serverFault = Chance(0.3);
        _slow = Chance(0.1);
        _refuses = Chance(0.1);
        Crashes = random.Next(3) == 0 ? 0 : random.Next(1, 6);
        Jumps = random.Next(3) == 0 ? random.Next(1, 3) : 0;
        HiddenPerSecond = random.Next(4) == 0 ? random.Next(2, 25) : null;
        HiddenChatDistance = random.Next(5) == 0 ? TimeSpan.FromSeconds(random.Next(2, 8)) : null;
        Penalty = TimeSpan.FromSeconds(random.Next(1, 30));
        var from = TimeSpan.FromSeconds(random.Next(0, 300)).Ticks;
        _outage = random.Next(5) == 0 ? (from, from + TimeSpan.FromSeconds(random.Next(1, 200)).Ticks) : (-1, -1);
    }

    public TimeSpan Storm { get; }

    public int Crashes { get; }

    public int Jumps { get; }

    public int? HiddenPerSecond { get; }

    public TimeSpan? HiddenChatDistance { get; }

    public TimeSpan Penalty { get; }

    public double LosesRequest(long now) => InStorm(now) ? _losesRequest : 0;

    public double LosesAnswer(long now) => InStorm(now) ? _losesAnswer : 0;

    public double ServerFault(long now) => InStorm(now) ? _serverFault : 0;

    public double Slow(long now) => InStorm(now) ? _slow : 0;

    public bool Refuses(long now, Random random) => (now >= _outage.From && now < _outage.Until) || (InStorm(now) && random.NextDouble() < _refuses);

    private bool InStorm(long now) => now < Storm.Ticks;
}
