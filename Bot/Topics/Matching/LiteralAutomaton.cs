namespace Bot.Topics;

/// <summary>
/// Finds every place of every literal in one pass: Aho-Corasick over a double array. Overlapping finds are all reported, nothing is
/// allocated while searching, and one instance may search on many threads. Literals and texts are compared as they are: fold both first.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly ushort[] _codes;
    private readonly AutomatonCell[] _cells;
    private readonly int[] _literals;
    private readonly int[] _next;
    private readonly int[] _lengths;

    /// <param name="codes">By character: its column; 0 for one that is in no literal.</param>
    /// <param name="literals">By state: the number of the literal that ends there, or -1.</param>
    /// <param name="next">By state: the longest shorter suffix that ends a literal, or 0.</param>
    /// <param name="lengths">By literal number.</param>
    internal LiteralAutomaton(ushort[] codes, AutomatonCell[] cells, int[] literals, int[] next, int[] lengths)
    {
        _codes = codes;
        _cells = cells;
        _literals = literals;
        _next = next;
        _lengths = lengths;
    }

    /// <param name="literals">Distinct and not empty; a find names one by its place in this list.</param>
    public static LiteralAutomaton Of(IReadOnlyList<string> literals) => new AutomatonBuilder(literals).Build();

    /// <summary>Finds in the order of their ends; of those with one end, the longest first.</summary>
    public Finds In(ReadOnlySpan<char> text) => new(this, text);

    internal ref struct Finds(LiteralAutomaton automaton, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;
        private int _state;
        private int _output;

        public LiteralFind Current { get; private set; }

        public readonly Finds GetEnumerator() => this;

        public bool MoveNext()
        {
            var codes = automaton._codes;
            var cells = automaton._cells;
            while (_output == 0)
            {
                if (_at == _text.Length)
                {
                    return false;
                }

                var code = codes[_text[_at++]];
                if (code == 0)
                {
                    _state = 0;
                    continue;
                }

                _state = AutomatonCell.Step(cells, _state, code);
                _output = cells[_state].Output;
            }

            var literal = automaton._literals[_output];
            var length = automaton._lengths[literal];
            Current = new LiteralFind(literal, _at - length, length);
            _output = automaton._next[_output];
            return true;
        }
    }
}

/// <param name="Literal">Its place in the list that the automaton was made of.</param>
/// <param name="Start">In the text, from 0.</param>
internal readonly record struct LiteralFind(int Literal, int Start, int Length);
