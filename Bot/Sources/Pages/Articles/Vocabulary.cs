using System.Numerics;
using System.Runtime.InteropServices;
using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Which pairs of neighbouring characters, and which single ones, stand in which atom. A pair that few atoms of the page have tells more
/// (inverse document frequency over the page itself, so no word list is needed); a single character tells less than a pair.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>How much of an article is its lead, in characters: headlines repeat it more than the rest.</summary>
    private const int Lead = 110;

    /// <summary>What a single character weighs beside a pair.</summary>
    private const double Single = 0.3;

    /// <summary>What a pair that every atom has still counts when texts are compared.</summary>
    private const double Common = 0.15;

    /// <summary>What a pair that no text of the page has weighs.</summary>
    private const double Unknown = 1.5;

    private readonly Dictionary<int, int> _ids = [];
    private readonly Postings _all;
    private readonly Postings _leads;
    private readonly double[] _weights;
    private readonly double[] _squares;

    /// <summary>A bit for each number, all unset between two calls: numbers come out of it in order.</summary>
    private readonly ulong[] _bits;
    private readonly PairSet[] _atoms;

    /// <param name="texts">One an atom.</param>
    /// <param name="runs">Which stretch between headlines and sure beginnings each atom is of: a word that one article repeats is not common for that.</param>
    public Vocabulary(IReadOnlyList<string> texts, IReadOnlyList<int> runs)
    {
        var length = texts.Sum(t => t.Length);
        var (all, leads) = (new Postings.Builder(2 * length), new Postings.Builder(length / 2));
        _ids.EnsureCapacity(length);
        for (var i = 0; i < texts.Count; i++)
            Add(texts[i], i, all, leads);
        _all = all.Build(_ids.Count);
        _leads = leads.Build(_ids.Count);
        var count = runs.Count == 0 ? 0 : runs[^1] + 1;
        var weights = new double[count + 1];
        for (var with = 0; with <= count; with++)
            weights[with] = Math.Log((count + 1.0) / (with + 0.4));
        _weights = new double[_ids.Count];
        _squares = new double[_ids.Count];
        foreach (var (key, id) in _ids)
        {
            _weights[id] = weights[RunsWith(_all.Of(id), runs)] * (key <= char.MaxValue ? Single : 1);
            _squares[id] = (_weights[id] + Common) * (_weights[id] + Common);
        }

        _bits = new ulong[(_ids.Count / 64) + 1];
        _atoms = new PairSet[texts.Count];
        for (int i = 0, at = 0; i < _atoms.Length; i++)
        {
            for (; at < all.Count && all[at].Atom == i; at++)
                Mark(all[at].Id);
            _atoms[i] = Marked(0);
        }
    }

    public bool Has(char first, char second) => _ids.ContainsKey(Key(first, second));

    public PairSet OfAtom(int atom) => _atoms[atom];

    /// <summary>All that the atoms from <paramref name="first"/> to <paramref name="last"/> have.</summary>
    public PairSet OfAtoms(int first, int last)
    {
        if (first == last)
            return _atoms[first];
        for (var i = first; i <= last; i++)
        {
            foreach (var id in _atoms[i].Ids)
                Mark(id);
        }

        return Marked(0);
    }

    /// <summary>The distinct characters and pairs of neighbouring ones of a text. Punctuation, digits and spaces part them.</summary>
    public PairSet Pairs(ReadOnlySpan<char> text)
    {
        HashSet<int>? unknown = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Counts(text[i]))
                continue;
            Take(text[i]);
            if (i > 0 && Counts(text[i - 1]))
                Take(Key(text[i - 1], text[i]));
        }

        return Marked(unknown?.Count ?? 0);

        void Take(int key)
        {
            if (_ids.TryGetValue(key, out var id))
                Mark(id);
            else
                (unknown ??= []).Add(key);
        }
    }

    /// <summary>How much the pairs share with the atoms from <paramref name="first"/> to <paramref name="last"/>, that is one article.</summary>
    public double Shared(PairSet pairs, int first, int last) => SharedWith(pairs, first, last).Sum;

    /// <summary>The same, and which part of the pairs' own weight stands there.</summary>
    public SharedWords SharedWith(PairSet pairs, int first, int last)
    {
        double shared = 0, part = 0, whole = 0.65 * Unknown * (pairs.Count - pairs.Ids.Length);
        foreach (var id in pairs.Ids)
        {
            whole += _weights[id];
            if (!_all.Stands(id, first, last))
                continue;
            part += _weights[id];
            shared += _weights[id] * (_leads.Stands(id, first, first) ? 1.5 : 1);
        }

        return pairs.Count == 0 ? default : new(shared / Math.Sqrt((pairs.Count / 2.0) + 1), part / Math.Max(1, whole));
    }

    /// <summary>Which part of the pairs' own weight stands in each atom's lead.</summary>
    public double[] InLeads(PairSet pairs)
    {
        var parts = new double[_atoms.Length];
        var whole = 0.65 * Unknown * (pairs.Count - pairs.Ids.Length);
        foreach (var id in pairs.Ids)
        {
            whole += _weights[id];
            foreach (var atom in _leads.Of(id))
                parts[atom] += _weights[id];
        }

        for (var i = 0; i < parts.Length; i++)
            parts[i] /= Math.Max(1, whole);
        return parts;
    }

    /// <summary>How alike two texts are: the cosine of their pairs, the telling ones weighing more. 0 to 1.</summary>
    public double Likeness(PairSet one, PairSet other)
    {
        double both = 0;
        var (few, many) = one.Ids.Length <= other.Ids.Length ? (one, other) : (other, one);
        foreach (var id in few.Ids)
        {
            if (many.Has(id))
                both += _squares[id];
        }

        return one.Norm == 0 || other.Norm == 0 ? 0 : both / Math.Sqrt(one.Norm * other.Norm);
    }

    /// <summary>How much of <paramref name="text"/>, by weight, stands in one text and not in the other. 0 to 1.</summary>
    public double Share(PairSet text, PairSet within, PairSet? without = null)
    {
        double all = 0, shared = 0;
        foreach (var id in text.Ids)
        {
            all += _weights[id];
            if (within.Has(id) && without?.Has(id) != true)
                shared += _weights[id];
        }

        return all == 0 ? 0 : shared / all;
    }

    private void Mark(int id) => _bits[id >> 6] |= 1UL << id;

    /// <summary>What was marked, and no longer is.</summary>
    private PairSet Marked(int unknown)
    {
        var count = 0;
        foreach (var bits in _bits)
            count += BitOperations.PopCount(bits);
        var ids = new int[count];
        double norm = 0;
        var at = 0;
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var bits = _bits[i]; bits != 0; bits &= bits - 1)
            {
                var id = (i << 6) + BitOperations.TrailingZeroCount(bits);
                ids[at++] = id;
                norm += _squares[id];
            }
        }

        Array.Clear(_bits);
        return new(ids, count + unknown, norm);
    }

    private static bool Counts(char c) => Glyphs.IsHan(c) || char.IsLetter(c);

    private static int Key(char first, char second) => (first << 16) | second;

    private void Add(string text, int atom, Postings.Builder all, Postings.Builder leads)
    {
        var before = false;
        for (var i = 0; i < text.Length; i++)
        {
            var counts = Counts(text[i]);
            if (counts)
            {
                Add(text[i], i);
                if (before)
                    Add(Key(text[i - 1], text[i]), i);
            }

            before = counts;
        }

        void Add(int key, int at)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
            if (!known)
                id = _ids.Count - 1;
            all.Add(id, atom);
            if (at < Lead)
                leads.Add(id, atom);
        }
    }

    /// <param name="atoms">In order.</param>
    private static int RunsWith(ReadOnlySpan<int> atoms, IReadOnlyList<int> runs)
    {
        var (count, last) = (0, -1);
        foreach (var atom in atoms)
        {
            count += runs[atom] != last ? 1 : 0;
            last = runs[atom];
        }

        return count;
    }
}
