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
    private readonly List<List<int>> _all = [];
    private readonly List<List<int>> _leads = [];
    private readonly double[] _weights;
    private readonly int[] _seen;
    private readonly PairSet[] _atoms;
    private int _mark;

    /// <param name="texts">One an atom.</param>
    /// <param name="runs">Which stretch between headlines and sure beginnings each atom is of: a word that one article repeats is not common for that.</param>
    public Vocabulary(IReadOnlyList<string> texts, IReadOnlyList<int> runs)
    {
        for (var i = 0; i < texts.Count; i++)
            Add(texts[i], i);
        var all = runs.Count == 0 ? 0 : runs[^1] + 1;
        _weights = new double[_all.Count];
        foreach (var (key, id) in _ids)
            _weights[id] = Math.Log((all + 1.0) / (RunsWith(_all[id], runs) + 0.4)) * (key <= char.MaxValue ? Single : 1);
        _seen = new int[_all.Count];
        _atoms = [.. texts.Select(t => Pairs(t))];
    }

    public bool Has(char first, char second) => _ids.ContainsKey(Key(first, second));

    public PairSet OfAtom(int atom) => _atoms[atom];

    /// <summary>All that the atoms from <paramref name="first"/> to <paramref name="last"/> have.</summary>
    public PairSet OfAtoms(int first, int last)
    {
        if (first == last)
            return _atoms[first];
        _mark++;
        var ids = new List<int>();
        for (var i = first; i <= last; i++)
        {
            foreach (var id in _atoms[i].Ids)
            {
                if (_seen[id] == _mark)
                    continue;
                _seen[id] = _mark;
                ids.Add(id);
            }
        }

        return Sorted(ids, ids.Count);
    }

    /// <summary>The distinct characters and pairs of neighbouring ones of a text. Punctuation, digits and spaces part them.</summary>
    public PairSet Pairs(ReadOnlySpan<char> text)
    {
        _mark++;
        var ids = new List<int>();
        HashSet<int>? unknown = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Counts(text[i]))
                continue;
            Take(text[i]);
            if (i > 0 && Counts(text[i - 1]))
                Take(Key(text[i - 1], text[i]));
        }

        return Sorted(ids, ids.Count + (unknown?.Count ?? 0));

        void Take(int key)
        {
            if (!_ids.TryGetValue(key, out var id))
            {
                (unknown ??= []).Add(key);
            }
            else if (_seen[id] != _mark)
            {
                _seen[id] = _mark;
                ids.Add(id);
            }
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
            if (!Stands(_all[id], first, last))
                continue;
            part += _weights[id];
            shared += _weights[id] * (Stands(_leads[id], first, first) ? 1.5 : 1);
        }

        return pairs.Count == 0 ? default : new(shared / Math.Sqrt((pairs.Count / 2.0) + 1), part / Math.Max(1, whole));
    }

    /// <summary>How alike two texts are: the cosine of their pairs, the telling ones weighing more. 0 to 1.</summary>
    public double Likeness(PairSet one, PairSet other)
    {
        double both = 0;
        for (int i = 0, j = 0; i < one.Ids.Length && j < other.Ids.Length;)
        {
            var (a, b) = (one.Ids[i], other.Ids[j]);
            if (a == b)
                both += (_weights[a] + Common) * (_weights[a] + Common);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
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
            if (Array.BinarySearch(within.Ids, id) >= 0 && (without is null || Array.BinarySearch(without.Ids, id) < 0))
                shared += _weights[id];
        }

        return all == 0 ? 0 : shared / all;
    }

    private PairSet Sorted(List<int> ids, int count)
    {
        ids.Sort();
        double norm = 0;
        foreach (var id in ids)
            norm += (_weights[id] + Common) * (_weights[id] + Common);
        return new([.. ids], count, norm);
    }

    private static bool Counts(char c) => Glyphs.IsHan(c) || char.IsLetter(c);

    private static int Key(char first, char second) => (first << 16) | second;

    private void Add(string text, int atom)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Counts(text[i]))
                continue;
            Add(text[i], atom, i < Lead);
            if (i > 0 && Counts(text[i - 1]))
                Add(Key(text[i - 1], text[i]), atom, i < Lead);
        }
    }

    private void Add(int key, int atom, bool leads)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
        if (!known)
        {
            id = _all.Count;
            _all.Add([]);
            _leads.Add([]);
        }

        if (_all[id] is not [.., var last] || last != atom)
            _all[id].Add(atom);
        if (leads && (_leads[id] is not [.., var lead] || lead != atom))
            _leads[id].Add(atom);
    }

    /// <param name="atoms">In order.</param>
    private static int RunsWith(List<int> atoms, IReadOnlyList<int> runs)
    {
        var (count, last) = (0, -1);
        foreach (var atom in atoms)
        {
            count += runs[atom] != last ? 1 : 0;
            last = runs[atom];
        }

        return count;
    }

    private static bool Stands(List<int> atoms, int first, int last)
    {
        var at = atoms.BinarySearch(first);
        at = at < 0 ? ~at : at;
        return at < atoms.Count && atoms[at] <= last;
    }
}

/// <summary>A text's pairs and characters, as a <see cref="Vocabulary"/> numbers them, in order.</summary>
/// <param name="Count">Those that the page's texts do not have counted in.</param>
/// <param name="Norm">The sum of the squared weights.</param>
internal sealed record PairSet(int[] Ids, int Count, double Norm);
