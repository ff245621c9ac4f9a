namespace Bot.Topics;

/// <summary>One text held against all rules of an index. Its memory is used again for the next text.</summary>
internal sealed class RuleScan : IDisposable
{
    private readonly RuleIndex _index;
    private readonly RuleFinds _finds;
    private readonly int[] _looked;
    private readonly List<int> _holding = [];
    private int _round;

    public RuleScan(RuleIndex index)
    {
        _index = index;
        _finds = new RuleFinds(index.Literals + index.HeldStarts.Length);
        _looked = new int[index.Starts.Length];
    }

    public static RuleScan Nothing { get; } = new(RuleIndex.Empty);

    /// <summary>Numbers of the rules that hold, ascending.</summary>
    public IReadOnlyList<int> Holding => _holding;

    /// <summary>How many rules had to be looked at.</summary>
    public int Looked { get; private set; }

    /// <returns>The words by which a rule holds, in the order they stand; empty for one that holds by what is missing.</returns>
    public IReadOnlyList<Find> Evidence(int rule)
    {
        List<Find> evidence = [];
        new RuleEvidence(_index, _finds, evidence).Collect(_index.Starts[rule]);
        return [.. evidence.Distinct().OrderBy(f => f.Segment).ThenBy(f => f.Start).ThenBy(f => f.Length)];
    }

    public void Dispose()
    {
        if (this != Nothing)
        {
            _holding.Clear();
            _finds.Clear();
            _index.Return(this);
        }
    }

    internal void Run(FoldedFields fields)
    {
        _round = _round == int.MaxValue ? Restart() : _round + 1;
        Looked = 0;
        _finds.Collect(_index.Automaton, fields);
        var evaluation = new RuleEvaluation(_index, _finds);
        for (var held = 0; held < _index.HeldStarts.Length; held++)
        {
            if (evaluation.Holds(_index.HeldStarts[held]))
            {
                _finds.Mark(_index.Literals + held);
            }
        }

        Look(_index.Always, evaluation);
        foreach (var found in _finds.Found)
        {
            Look(_index.Posts[found], evaluation);
        }

        _holding.Sort();
    }

    private void Look(ReadOnlySpan<int> rules, RuleEvaluation evaluation)
    {
        foreach (var rule in rules)
        {
            if (_looked[rule] == _round)
            {
                continue;
            }

            _looked[rule] = _round;
            Looked++;
            if (evaluation.Holds(_index.Starts[rule]))
            {
                _holding.Add(rule);
            }
        }
    }

    private int Restart()
    {
        Array.Clear(_looked);
        return 1;
    }
}
