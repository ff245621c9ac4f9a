namespace Bot.Topics;

/// <summary>Which bulletins each topic catches; counted from many threads.</summary>
internal sealed class AuditTally(IEnumerable<string> topics)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, HashSet<long>> _caught = topics.ToDictionary(t => t, _ => new HashSet<long>(), StringComparer.Ordinal);

    public int Bulletins { get; private set; }

    public DateTimeOffset Earliest { get; private set; } = DateTimeOffset.MaxValue;

    public IReadOnlySet<long> Of(string topic) => _caught[topic];

    public void Add(long bulletin, DateTimeOffset at, IReadOnlyList<string> topics)
    {
        lock (_turn)
        {
            Bulletins++;
            Earliest = at < Earliest ? at : Earliest;
            foreach (var topic in topics)
            {
                _caught.GetValueOrDefault(topic)?.Add(bulletin);
            }
        }
    }
}
