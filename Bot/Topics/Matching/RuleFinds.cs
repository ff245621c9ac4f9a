using System.Runtime.InteropServices;

namespace Bot.Topics;

/// <summary>What was found in a text, by literal, each literal's finds in the order they stand.</summary>
internal sealed class RuleFinds(int literals)
{
    private readonly Slot[] _slots = new Slot[literals];
    private readonly List<int> _found = [];
    private readonly List<Hit> _hits = [];
    private FoldedFields? _fields;

    /// <summary>The literals that were found, each once.</summary>
    public ReadOnlySpan<int> Found => CollectionsMarshal.AsSpan(_found);

    public FoldedFields Fields => _fields!;

    /// <summary>-1 after the last.</summary>
    public Hit this[int hit] => _hits[hit];

    public void Collect(LiteralAutomaton automaton, FoldedFields fields)
    {
        _fields = fields;
        for (var segment = 0; segment < fields.Count; segment++)
        {
            var folded = fields[segment];
            var mask = RuleCode.MaskOf(fields.FieldOf(segment));
            foreach (var find in automaton.In(folded.Text))
            {
                if (folded.IsWhole(find.Start, find.Length))
                {
                    Add(find.Literal, new Hit(new Find(segment, find.Start, find.Length), mask, -1), mask);
                }
            }
        }
    }

    /// <summary>Found, though not at a place.</summary>
    public void Mark(int literal)
    {
        _slots[literal].Mask = -1;
        _found.Add(literal);
    }

    public bool Has(int literal, int mask) => (_slots[literal].Mask & mask) != 0;

    /// <summary>The first find of a literal in these fields; -1 for none.</summary>
    public int First(int literal, int mask) => (_slots[literal].Mask & mask) == 0 ? -1 : Skip(_slots[literal].First, mask);

    public int Next(int hit, int mask) => Skip(_hits[hit].Next, mask);

    public void Clear()
    {
        foreach (var literal in _found)
        {
            _slots[literal] = default;
        }

        _found.Clear();
        _hits.Clear();
        _fields = null;
    }

    private int Skip(int hit, int mask)
    {
        while (hit >= 0 && (_hits[hit].Mask & mask) == 0)
        {
            hit = _hits[hit].Next;
        }

        return hit;
    }

    private void Add(int literal, Hit hit, int mask)
    {
        ref var slot = ref _slots[literal];
        if (slot.Mask == 0)
        {
            _found.Add(literal);
            slot.First = _hits.Count;
        }
        else
        {
            CollectionsMarshal.AsSpan(_hits)[slot.Last].Next = _hits.Count;
        }

        slot.Last = _hits.Count;
        slot.Mask |= mask;
        _hits.Add(hit);
    }

    private struct Slot
    {
        /// <summary>The fields where it was found; 0 for nowhere.</summary>
        public int Mask;
        public int First;
        public int Last;
    }

    internal record struct Hit(Find Find, int Mask, int Next);
}
