namespace Bot.Topics;

/// <summary>Lays the literals' tree out in a double array, level by level, each state's children in the first place where they fit.</summary>
internal sealed class AutomatonBuilder
{
    private const int TriesBeforeMovingOn = 256;

    private readonly IReadOnlyList<string> _given;
    private readonly int[] _sorted;
    private readonly AutomatonColumns _columns;
    private AutomatonCell[] _cells = [];
    private AutomatonTail[] _tails = [];
    private int _firstFree = 1;

    /// <summary>Below it, families of several children have been refused too often to be tried again; single children still fill the gaps.</summary>
    private int _familiesFrom = 1;

    public AutomatonBuilder(IReadOnlyList<string> literals)
    {
        _given = literals;
        _sorted = [.. Enumerable.Range(0, literals.Count)];
        Array.Sort(_sorted, (a, b) => string.CompareOrdinal(literals[a], literals[b]));
        for (var i = 0; i < _sorted.Length; i++)
        {
            if (literals[_sorted[i]].Length == 0 || (i > 0 && literals[_sorted[i]] == literals[_sorted[i - 1]]))
            {
                throw new ArgumentException("Literals are distinct and not empty.", nameof(literals));
            }
        }

        _columns = AutomatonColumns.Of(literals);
    }

    public LiteralAutomaton Build()
    {
        Grow(_columns.Count + 1);
        _cells[0].Parent = int.MinValue;
        _tails[0].Literal = -1;
        var waiting = new Queue<(int State, int From, int To, int Depth)>();
        waiting.Enqueue((0, 0, _sorted.Length, 0));
        List<(int Code, int From, int To)> children = [];
        while (waiting.TryDequeue(out var branch))
        {
            children.Clear();
            var from = branch.From;
            if (from < branch.To && Literal(from).Length == branch.Depth)
            {
                from++;
            }

            while (from < branch.To)
            {
                var c = Literal(from)[branch.Depth];
                var to = from + 1;
                while (to < branch.To && Literal(to)[branch.Depth] == c)
                {
                    to++;
                }

                children.Add((_columns[c], from, to));
                from = to;
            }

            if (children.Count > 0)
            {
                Place(branch.State, branch.Depth, children, waiting);
            }
        }

        return new LiteralAutomaton(new LiteralFilter(_given), _columns, _cells, _tails);
    }

    private string Literal(int rank) => _given[_sorted[rank]];

    private void Place(int state, int depth, List<(int Code, int From, int To)> children, Queue<(int State, int From, int To, int Depth)> waiting)
    {
        var start = FirstFit(children);
        Grow(start + _columns.Count + 1);
        _cells[state].Base = start;
        foreach (var (code, from, to) in children)
        {
            var child = start + code;
            _cells[child].Parent = state;
            var fail = state == 0 ? 0 : LiteralAutomaton.Step(_cells, _tails, _tails[state].Fail, code);
            var ends = Literal(from).Length == depth + 1;
            var shorter = _tails[fail].Literal >= 0 ? fail : _tails[fail].Shorter;
            _tails[child] = new AutomatonTail { Fail = fail, Literal = ends ? _sorted[from] : -1, Shorter = shorter, Length = depth + 1 };
            if (ends || shorter != 0)
            {
                _cells[child].MarkEnd();
            }

            waiting.Enqueue((child, from, to, depth + 1));
        }

        while (_firstFree < _cells.Length && _cells[_firstFree].Parent != AutomatonCell.Free)
        {
            _firstFree++;
        }
    }

    private int FirstFit(List<(int Code, int From, int To)> children)
    {
        var first = children[0].Code;
        var lowest = Math.Max(0, (children.Count == 1 ? _firstFree : Math.Max(_firstFree, _familiesFrom)) - first);
        for (var start = lowest; ; start++)
        {
            Grow(start + _columns.Count + 1);
            var fits = true;
            foreach (var child in children)
            {
                if (_cells[start + child.Code].Parent != AutomatonCell.Free)
                {
                    fits = false;
                    break;
                }
            }

            if (fits)
            {
                if (children.Count > 1 && start - lowest > TriesBeforeMovingOn)
                {
                    _familiesFrom = start + first;
                }

                return start;
            }
        }
    }

    private void Grow(int length)
    {
        var before = _cells.Length;
        if (length <= before)
        {
            return;
        }

        var after = Math.Max(length, before * 2);
        Array.Resize(ref _cells, after);
        Array.Resize(ref _tails, after);
        for (var i = before; i < after; i++)
        {
            _cells[i].Parent = AutomatonCell.Free;
        }
    }
}
