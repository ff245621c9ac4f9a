namespace Bot.Topics;

/// <summary>What a trial found so far; counted from many threads.</summary>
internal sealed class TrialTally
{
    private readonly Lock _turn = new();
    private readonly List<Find> _finds = [];

    public int Bulletins { get; private set; }

    public DateTimeOffset? Earliest { get; private set; }

    public void Add(long id, DateTimeOffset at, bool isTried, bool isOther)
    {
        lock (_turn)
        {
            Bulletins++;
            Earliest = Earliest is { } known && known < at ? known : at;
            if (isTried || isOther)
            {
                _finds.Add(new Find(id, at, isTried, isOther));
            }
        }
    }

    public IReadOnlyList<Find> Where(Func<Find, bool> which) => [.. _finds.Where(which)];

    internal readonly record struct Find(long Id, DateTimeOffset At, bool IsTried, bool IsOther);
}
