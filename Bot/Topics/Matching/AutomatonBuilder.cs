namespace Bot.Topics;

/// <summary>Sorts the literals and lays them out by their beginnings: a fork where many go on in different ways, their endings side by side where few do.</summary>
internal sealed class AutomatonBuilder
{
    /// <summary>More than so many are told apart by their next character first.</summary>
    private const int MostEndings = 6;

    /// <summary>Literals that are the same for so long are many by design, not by nature: they wait side by side.</summary>
    private const int DeepestFork = 32;

    private const int MostForks = char.MaxValue + 1;

    private readonly IReadOnlyList<string> _given;
    private readonly (int Literal, string Text)[] _sorted;
    private readonly List<LiteralBranch> _forks = [];
    private readonly LiteralEndings _endings = new();
    private int _forkCount;

    public AutomatonBuilder(IReadOnlyList<string> literals)
    {
        _given = literals;
        string[] texts = [.. literals];
        int[] numbers = [.. Enumerable.Range(0, texts.Length)];
        Array.Sort(texts, numbers, StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length is 0 or > LiteralEndings.Longest || (i > 0 && texts[i] == texts[i - 1]))
            {
                throw new ArgumentException("Literals are distinct, not empty and not endless.", nameof(literals));
            }
        }

        _sorted = [.. numbers.Zip(texts)];
    }

    public LiteralAutomaton Build()
    {
        int[]? singles = null;
        List<LiteralBranch> pairs = new(_sorted.Length);
        for (int from = 0, to; from < _sorted.Length; from = to)
        {
            var (literal, text) = _sorted[from];
            if (text.Length == 1)
            {
                singles ??= new int[char.MaxValue + 1];
                singles[text[0]] = literal + 1;
                to = from + 1;
                continue;
            }

            to = from + 1;
            while (to < _sorted.Length && _sorted[to].Text is [var first, var second, ..] && first == text[0] && second == text[1])
            {
                to++;
            }

            pairs.Add(Branch(LiteralTable.KeyOf(text[0], text[1]), from, to, 2));
        }

        return new LiteralAutomaton(new LiteralFilter(_given), new LiteralTable(pairs), new LiteralTable(_forks), _endings.ToArray(), singles);
    }

    /// <param name="from">Of the sorted literals that share their first characters.</param>
    /// <param name="depth">How many.</param>
    private LiteralBranch Branch(uint key, int from, int to, int depth)
    {
        var ends = 0;
        if (_sorted[from].Text.Length == depth)
        {
            ends = _sorted[from++].Literal + 1;
        }

        if (from == to)
        {
            return new LiteralBranch(key, ends, 0, 0);
        }

        var next = 0U;
        for (var i = from; i < to; i++)
        {
            next |= 1U << _sorted[i].Text[depth];
        }

        var isFork = to - from > MostEndings && depth < DeepestFork && _forkCount < MostForks;
        return new LiteralBranch(key, ends, isFork ? Fork(from, to, depth) : _endings.Add(_sorted.AsSpan(from, to - from), depth), next);
    }

    private int Fork(int from, int to, int depth)
    {
        var fork = _forkCount++;
        for (var start = from; start < to; start = from)
        {
            var c = _sorted[start].Text[depth];
            while (from < to && _sorted[from].Text[depth] == c)
            {
                from++;
            }

            _forks.Add(Branch(LiteralTable.KeyOf(fork, c), start, from, depth + 1));
        }

        return ~fork;
    }
}
