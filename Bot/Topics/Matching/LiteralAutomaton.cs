using System.Numerics;

namespace Bot.Topics;

/// <summary>
/// Finds every place of every literal in one pass. A filter says where one may begin; from there the first two characters lead by one
/// look into a table to the few literals that go on, whose endings lie side by side and are compared as wholes. So a place costs one or
/// two looks into memory, where an automaton that steps from character to character costs one for each, and no place waits for another.
/// Overlapping finds are all reported, nothing is allocated while searching, and one instance may search on many threads. Literals and
/// texts are compared as they are: fold both first.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly LiteralFilter _filter;
    private readonly LiteralTable _pairs;
    private readonly LiteralTable _forks;
    private readonly char[] _endings;
    private readonly int[]? _singles;

    /// <param name="filter">Of the same literals.</param>
    /// <param name="pairs">By two characters (<see cref="LiteralTable.KeyOf"/>).</param>
    /// <param name="forks">By a fork and the character after it.</param>
    /// <param name="endings">See <see cref="LiteralEndings"/>.</param>
    /// <param name="singles">By character, one more than the number of the literal that has no other; null where every literal is longer.</param>
    internal LiteralAutomaton(LiteralFilter filter, LiteralTable pairs, LiteralTable forks, char[] endings, int[]? singles)
    {
        _filter = filter;
        _pairs = pairs;
        _forks = forks;
        _endings = endings;
        _singles = singles;
    }

    /// <param name="literals">Distinct, not empty and not longer than <see cref="LiteralEndings.Longest"/>; a find names one by its place in this list.</param>
    public static LiteralAutomaton Of(IReadOnlyList<string> literals) => new AutomatonBuilder(literals).Build();

    /// <summary>Finds in the order of their beginnings; of those with one beginning, the shortest first.</summary>
    public Finds In(ReadOnlySpan<char> text) => new(this, text);

    internal ref struct Finds(LiteralAutomaton automaton, ReadOnlySpan<char> text)
    {
        /// <summary>In place of a branch's rest: the table of pairs is still to be asked.</summary>
        private const int Pair = int.MinValue;

        private readonly ReadOnlySpan<char> _text = text;

        /// <summary>Where the block begins that the filter looks at next.</summary>
        private int _block;

        /// <summary>The places of the block before that are still to be looked at, by bits.</summary>
        private ulong _places;

        /// <summary>Where the literals begin that are being told.</summary>
        private int _start;

        /// <summary>What may still begin there: as <see cref="LiteralBranch.Rest"/>, or <see cref="Pair"/>.</summary>
        private int _rest;

        /// <summary>How many characters led to the rest.</summary>
        private int _depth;

        public LiteralFind Current { get; private set; }

        public readonly Finds GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                if (_rest != 0)
                {
                    if (_rest > 0 ? MoveOverEndings() : MoveOn())
                    {
                        return true;
                    }
                }
                else if (_places != 0)
                {
                    _start = _block - LiteralFilter.Block + BitOperations.TrailingZeroCount(_places);
                    _places &= _places - 1;
                    _rest = Pair;
                    if (automaton._singles is { } singles && singles[_text[_start]] is not 0 and var single)
                    {
                        Current = new LiteralFind(single - 1, _start, 1);
                        return true;
                    }
                }
                else if (_block < _text.Length)
                {
                    _places = automaton._filter.Look(_text, _block);
                    _block += LiteralFilter.Block;
                }
                else
                {
                    return false;
                }
            }
        }

        /// <summary>By a pair or a fork.</summary>
        private bool MoveOn()
        {
            if (_rest != Pair)
            {
                return Enter(in automaton._forks.Find(LiteralTable.KeyOf(~_rest, _text[_start + _depth])), _depth + 1);
            }

            if (_start + 1 < _text.Length)
            {
                return Enter(in automaton._pairs.Find(LiteralTable.KeyOf(_text[_start], _text[_start + 1])), 2);
            }

            _rest = 0;
            return false;
        }

        private bool Enter(ref readonly LiteralBranch branch, int depth)
        {
            var next = _start + depth;
            _rest = next < _text.Length && ((branch.Next >> _text[next]) & 1) != 0 ? branch.Rest : 0;
            _depth = depth;
            if (branch.Ends == 0)
            {
                return false;
            }

            Current = new LiteralFind(branch.Ends - 1, _start, depth);
            return true;
        }

        private bool MoveOverEndings()
        {
            var text = _text[(_start + _depth)..];
            do
            {
                var ending = new LiteralEnding(automaton._endings, _rest);
                _rest = ending.Next;
                if (ending.Begins(text))
                {
                    Current = new LiteralFind(ending.Literal, _start, _depth + ending.Length);
                    return true;
                }
            }
            while (_rest != 0);

            return false;
        }
    }
}

/// <param name="Literal">Its place in the list that the automaton was made of.</param>
/// <param name="Start">In the text, from 0.</param>
internal readonly record struct LiteralFind(int Literal, int Start, int Length);
