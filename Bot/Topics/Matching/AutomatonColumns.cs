namespace Bot.Topics;

/// <summary>By character its column in the double array; 0 for one that is in no literal. It spans only the characters that are in some.</summary>
internal sealed class AutomatonColumns
{
    private readonly ushort[] _columns;
    private readonly int _lowest;

    private AutomatonColumns(ushort[] columns, int lowest, int count)
    {
        _columns = columns;
        _lowest = lowest;
        Count = count;
    }

    public int Count { get; }

    public int this[char c]
    {
        get
        {
            var at = c - _lowest;
            return (uint)at < (uint)_columns.Length ? _columns[at] : 0;
        }
    }

    /// <summary>Frequent characters get low columns, so that children lie close together.</summary>
    public static AutomatonColumns Of(IReadOnlyList<string> literals)
    {
        var uses = literals.SelectMany(l => l).CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToList();
        if (uses.Count == 0)
        {
            return new AutomatonColumns([], 0, 0);
        }

        var lowest = uses.Min(u => u.Key);
        var columns = new ushort[uses.Max(u => u.Key) - lowest + 1];
        foreach (var (rank, use) in uses.Index())
        {
            columns[use.Key - lowest] = checked((ushort)(rank + 1));
        }

        return new AutomatonColumns(columns, lowest, uses.Count);
    }
}
