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

    private readonly Dictionary<int, List<int>> _all = [];
    private readonly Dictionary<int, List<int>> _leads = [];
    private readonly int _atoms;

    public Vocabulary(IReadOnlyList<string> texts)
    {
        _atoms = texts.Count;
        for (var i = 0; i < texts.Count; i++)
        {
            Add(_all, texts[i], i);
            Add(_leads, texts[i].AsSpan(0, Math.Min(Lead, texts[i].Length)), i);
        }
    }

    public bool Has(char first, char second) => _all.ContainsKey(Key(first, second));

    /// <summary>How telling a pair is: 0 for one that all have or none.</summary>
    public double Weight(int pair) => _all.TryGetValue(pair, out var atoms) ? Math.Log((_atoms + 1.0) / (atoms.Count + 0.4)) * (pair <= char.MaxValue ? Single : 1) : 0;

    /// <summary>How much the pairs share with the atoms from <paramref name="first"/> to <paramref name="last"/>, that is one article.</summary>
    public double Shared(IReadOnlyCollection<int> pairs, int first, int last)
    {
        double shared = 0;
        foreach (var pair in pairs)
        {
            if (Stands(_all, pair, first, last))
                shared += Weight(pair) * (Stands(_leads, pair, first, first) ? 1.5 : 1);
        }

        return pairs.Count == 0 ? 0 : shared / Math.Sqrt((pairs.Count / 2.0) + 1);
    }

    /// <summary>How alike two atoms are: the cosine of their pairs, the telling ones weighing more. 0 to 1.</summary>
    public double Likeness(IReadOnlyCollection<int> one, IReadOnlyCollection<int> other)
    {
        double both = 0, first = 0, second = 0;
        var others = other as ISet<int> ?? other.ToHashSet();
        foreach (var pair in one)
        {
            var weight = Weight(pair) + 0.15;
            first += weight * weight;
            both += others.Contains(pair) ? weight * weight : 0;
        }

        foreach (var pair in other)
        {
            var weight = Weight(pair) + 0.15;
            second += weight * weight;
        }

        return first == 0 || second == 0 ? 0 : both / Math.Sqrt(first * second);
    }

    /// <summary>The distinct characters and pairs of neighbouring ones of a text. Punctuation, digits and spaces part them.</summary>
    public static HashSet<int> Pairs(ReadOnlySpan<char> text)
    {
        var pairs = new HashSet<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!Counts(text[i]))
                continue;
            pairs.Add(text[i]);
            if (i > 0 && Counts(text[i - 1]))
                pairs.Add(Key(text[i - 1], text[i]));
        }

        return pairs;
    }

    private static bool Counts(char c) => Glyphs.IsHan(c) || char.IsLetter(c);

    private static int Key(char first, char second) => (first << 16) | second;

    private static void Add(Dictionary<int, List<int>> postings, ReadOnlySpan<char> text, int atom)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Counts(text[i]))
                continue;
            Add(postings, text[i], atom);
            if (i > 0 && Counts(text[i - 1]))
                Add(postings, Key(text[i - 1], text[i]), atom);
        }
    }

    private static void Add(Dictionary<int, List<int>> postings, int key, int atom)
    {
        ref var atoms = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
        atoms ??= [];
        if (atoms.Count == 0 || atoms[^1] != atom)
            atoms.Add(atom);
    }

    private static bool Stands(Dictionary<int, List<int>> postings, int pair, int first, int last)
    {
        if (!postings.TryGetValue(pair, out var atoms))
            return false;
        var at = atoms.BinarySearch(first);
        at = at < 0 ? ~at : at;
        return at < atoms.Count && atoms[at] <= last;
    }
}
