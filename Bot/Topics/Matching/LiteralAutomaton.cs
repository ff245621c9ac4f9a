namespace Bot.Topics;

/// <summary>
/// Finds every place of every literal in one pass: Aho-Corasick over a double array, which is entered only where the filter lets a
/// literal begin and left where no more than one character of any is under way. Overlapping finds are all reported, nothing is
/// allocated while searching, and one instance may search on many threads. Literals and texts are compared as they are: fold both first.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly LiteralFilter _filter;
    private readonly ushort[] _codes;
    private readonly AutomatonCell[] _cells;
    private readonly int[] _literals;
    private readonly int[] _next;
    private readonly int[] _lengths;

    /// <param name="codes">By character: its column; 0 for one that is in no literal.</param>
    /// <param name="literals">By state: the number of the literal that ends there, or -1.</param>
    /// <param name="next">By state: the longest shorter suffix that ends a literal, or 0.</param>
    /// <param name="lengths">By literal number.</param>
    internal LiteralAutomaton(LiteralFilter filter, ushort[] codes, AutomatonCell[] cells, int[] literals, int[] next, int[] lengths)
    {
        _filter = filter;
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

        /// <summary>0 where the filter looks for the next beginning.</summary>
        private int _state;
        private int _output;
        private int _end;

        public LiteralFind Current { get; private set; }

        public readonly Finds GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_output == 0 && !MoveToOutput())
            {
                return false;
            }

            var literal = automaton._literals[_output];
            var length = automaton._lengths[literal];
            Current = new LiteralFind(literal, _end - length, length);
            _output = automaton._next[_output];
            return true;
        }

        private bool MoveToOutput()
        {
            var codes = automaton._codes;
            var cells = automaton._cells;
            var text = _text;
            var (at, state) = (_at, _state);
            while (at < text.Length)
            {
                if (state == 0)
                {
                    at = automaton._filter.Next(text, at);
                    if (at == text.Length)
                    {
                        break;
                    }

                    state = AutomatonCell.Step(cells, 0, codes[text[at++]]);
                    if (cells[state].Output != 0 && at > _end)
                    {
                        return Stop(at, state, cells[state].Output);
                    }

                    continue;
                }

                state = AutomatonCell.Step(cells, state, codes[text[at++]]);
                ref var cell = ref cells[state];
                var output = cell.Output;
                if (cell.Parent == 0)
                {
                    // One character under way: the filter goes on from it.
                    state = 0;
                    at--;
                    if (output != 0)
                    {
                        return Stop(at, 0, output, at + 1);
                    }
                }
                else if (output != 0)
                {
                    return Stop(at, state, output);
                }
            }

            _at = at;
            return false;
        }

        private bool Stop(int at, int state, int output, int? end = null)
        {
            (_at, _state, _output, _end) = (at, state, output, end ?? at);
            return true;
        }
    }
}

/// <param name="Literal">Its place in the list that the automaton was made of.</param>
/// <param name="Start">In the text, from 0.</param>
internal readonly record struct LiteralFind(int Literal, int Start, int Length);
