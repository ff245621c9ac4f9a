namespace Bot.Topics;

/// <summary>
/// Finds every place of every literal in one pass: Aho-Corasick over a double array, which is entered only where the filter lets a
/// literal begin and left where no more than one character of any is under way. Overlapping finds are all reported, nothing is
/// allocated while searching, and one instance may search on many threads. Literals and texts are compared as they are: fold both first.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly LiteralFilter _filter;
    private readonly AutomatonColumns _columns;
    private readonly AutomatonCell[] _cells;
    private readonly AutomatonTail[] _tails;

    /// <param name="filter">Of the same literals.</param>
    /// <param name="columns">Of the same literals.</param>
    /// <param name="cells">By state.</param>
    /// <param name="tails">By state.</param>
    internal LiteralAutomaton(LiteralFilter filter, AutomatonColumns columns, AutomatonCell[] cells, AutomatonTail[] tails)
    {
        _filter = filter;
        _columns = columns;
        _cells = cells;
        _tails = tails;
    }

    /// <param name="literals">Distinct and not empty; a find names one by its place in this list.</param>
    public static LiteralAutomaton Of(IReadOnlyList<string> literals) => new AutomatonBuilder(literals).Build();

    /// <summary>Finds in the order of their ends; of those with one end, the longest first.</summary>
    public Finds In(ReadOnlySpan<char> text) => new(this, text);

    internal static int Step(AutomatonCell[] cells, AutomatonTail[] tails, int state, int code)
    {
        while (true)
        {
            var child = cells[state].Base + code;
            if (cells[child].Parent == state)
            {
                return child;
            }

            if (state == 0)
            {
                return 0;
            }

            state = tails[state].Fail;
        }
    }

    internal ref struct Finds(LiteralAutomaton automaton, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;

        /// <summary>What was read of the text.</summary>
        private int _at;

        /// <summary>0 where the filter looks for the next beginning.</summary>
        private int _state;

        /// <summary>A literal that is still to be told, by its state.</summary>
        private int _output;
        private int _end;

        public LiteralFind Current { get; private set; }

        public readonly Finds GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_output == 0 && !MoveToEnd())
            {
                return false;
            }

            ref var tail = ref automaton._tails[_output];
            Current = new LiteralFind(tail.Literal, _end - tail.Length, tail.Length);
            _output = tail.Shorter;
            return true;
        }

        private bool MoveToEnd()
        {
            var columns = automaton._columns;
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

                    var first = cells[0].Base + columns[text[at++]];
                    if (cells[first].Parent != 0)
                    {
                        continue;
                    }

                    state = first;
                    if (cells[first].Ends && at > _end)
                    {
                        return Stop(at, state);
                    }

                    continue;
                }

                var child = cells[state].Base + columns[text[at]];
                if (cells[child].Parent == state)
                {
                    at++;
                    state = child;
                    if (cells[child].Ends)
                    {
                        return Stop(at, state);
                    }

                    continue;
                }

                // Where at most one character is left under way, the filter goes on from it.
                var parent = cells[state].Parent;
                if (parent == 0 || cells[parent].Parent == 0)
                {
                    at -= parent == 0 ? 0 : 1;
                    state = 0;
                    continue;
                }

                state = automaton._tails[state].Fail;
                if (cells[state].Parent <= 0)
                {
                    at -= state == 0 ? 0 : 1;
                    state = 0;
                }
            }

            _at = at;
            return false;
        }

        private bool Stop(int at, int state)
        {
            var tail = automaton._tails[state];
            (_at, _state, _output, _end) = (at, state, tail.Literal >= 0 ? state : tail.Shorter, at);
            return true;
        }
    }
}

/// <param name="Literal">Its place in the list that the automaton was made of.</param>
/// <param name="Start">In the text, from 0.</param>
internal readonly record struct LiteralFind(int Literal, int Start, int Length);
