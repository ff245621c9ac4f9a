using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>An article as atoms from <paramref name="First"/> to <paramref name="Last"/>, with the headline that the whole page is best read with.</summary>
internal sealed record FoundArticle(int First, int Last, HeadlineCandidate? Headline, double Confidence, HeadlineDoubt Doubt);

/// <summary>
/// Reads a page as a whole: where articles end, how headline groups are to be read and which headline is whose are decided together,
/// by climbing from the likeliest reading to the one whose best assignment gains most.
/// </summary>
internal sealed partial class PageSearch
{
    private const int Sweeps = 4;

    /// <summary>What sharing words may count when articles' ends are weighed: a section's heading shares more with its section than a headline with its article.</summary>
    private const double MostShared = 3;

    private static readonly Link[] _readings = [Link.Cut, Link.Join, Link.Sub, Link.Kick];

    private readonly IReadOnlyList<Atom> _atoms;
    private readonly IReadOnlyList<HeadlineGroup> _groups;
    private readonly double[] _boundaries;
    private readonly bool[] _starts;
    private readonly bool[] _fixed;
    private readonly int[] _lengths;
    private readonly Link[][] _links;

    /// <summary>No other headline group stands between the same two sure beginnings: it is hardly a section's heading.</summary>
    private readonly bool[] _alone;

    /// <summary>By group, gap and link: how likely each reading is by its looks.</summary>
    private readonly double[][][] _priors;
    private readonly Dictionary<(int Group, int From, int To), HeadlineWords> _headlineWords = [];
    private List<HeadlineCandidate>? _candidates;
    private PlaceHabits _habits = PlaceHabits.Usual;

    /// <param name="words">Of the atoms' texts, where they are known already.</param>
    public PageSearch(IReadOnlyList<Atom> atoms, IReadOnlyList<HeadlineGroup> groups, Vocabulary? words = null)
    {
        (_atoms, _groups) = (atoms, groups);
        var texts = atoms.Select(a => string.Join('\n', a.Paragraphs.Select(Spacing.Unspaced))).ToList();
        Words = words ?? new(texts, Atom.Runs(atoms));
        _lengths = [.. texts.Select(t => t.Length)];
        _fixed = [.. atoms.Select((a, i) => i == 0 || a.ContinuesSentence || a.StartsArticle || atoms[i - 1].EndsArticle)];
        var boundaries = Boundaries = new(atoms, groups, texts, Words, _fixed);
        _boundaries = [.. atoms.Select((_, i) => i == 0 || _fixed[i] ? 0 : boundaries.Score(i))];
        _starts = [.. atoms.Select((_, i) => !_atoms[i].ContinuesSentence && (_fixed[i] || _boundaries[i] > 0))];
        _alone = [.. groups.Select(g => !groups.Any(o => o != g && !o.Inside && o.Gap != g.Gap && SameRun(g.Gap, o.Gap)))];
        _priors = [.. groups.Select(g => Enumerable.Range(1, g.Parts.Count - 1).Select(i => Array.ConvertAll(_readings, link => HeadlineLinks.Prior(g, i, link, Words))).ToArray())];
        _links = [.. _priors.Select(LikeliestLinks)];
    }

    public Vocabulary Words { get; }

    public Boundaries Boundaries { get; }

    public IReadOnlyList<HeadlineCandidate> Unassigned { get; private set; } = [];

    public List<FoundArticle> Run(CancellationToken cancellationToken)
    {
        if (_atoms.Count == 0)
        {
            Unassigned = Candidates();
            return [];
        }

        Climb(cancellationToken);
        _habits = PlaceHabits.Of(Articles(), Candidates(), Gains(Articles(), Candidates(), double.PositiveInfinity), (h, a) => Shared(h, a).Sum);
        Climb(cancellationToken);
        return Conclude();
    }

    /// <summary>Where articles begin in the reading that <see cref="Run"/> found.</summary>
    public IReadOnlyList<bool> Starts => _starts;

    private void Climb(CancellationToken cancellationToken)
    {
        var best = Value();
        // What was tried in vain since the reading last changed would be in vain again.
        var change = 1;
        var triedStarts = new int[_atoms.Count];
        var triedLinks = Array.ConvertAll(_links, l => new int[l.Length, _readings.Length]);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var before = best;
            for (var i = 1; i < _atoms.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_fixed[i] || triedStarts[i] == change)
                    continue;
                _starts[i] = !_starts[i];
                if (!Keep(ref best, ref change, ref triedStarts[i]))
                    _starts[i] = !_starts[i];
            }

            for (var g = 0; g < _links.Length; g++)
            {
                var links = _links[g];
                for (var i = 0; i < links.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    foreach (var link in _readings)
                    {
                        var old = links[i];
                        if (old == link || triedLinks[g][i, (int)link] == change)
                            continue;
                        (links[i], _candidates) = (link, null);
                        if (!HeadlineLinks.AreValid(links) || !Keep(ref best, ref change, ref triedLinks[g][i, (int)link]))
                            (links[i], _candidates) = (old, null);
                    }
                }
            }

            if (best <= before + 1e-9)
                return;
        }
    }

    /// <summary>Whether the page as it is now read is read better than before.</summary>
    private bool Keep(ref double best, ref int change, ref int tried)
    {
        var value = Value();
        if (value > best + 1e-9)
        {
            best = value;
            change++;
            return true;
        }

        tried = change;
        return false;
    }

    private static Link[] LikeliestLinks(double[][] priors)
    {
        var links = new Link[priors.Length];
        for (var i = 0; i < links.Length; i++)
        {
            var best = double.NegativeInfinity;
            var chosen = Link.Cut;
            foreach (var link in _readings)
            {
                links[i] = link;
                var prior = priors[i][(int)link];
                if (prior > best && HeadlineLinks.AreValid(links.AsSpan(0, i + 1)))
                    (best, chosen) = (prior, link);
            }

            links[i] = chosen;
        }

        return links;
    }

    /// <summary>No article surely begins between the two places, nor at the later one.</summary>
    private bool SameRun(int one, int other)
    {
        for (var i = Math.Min(one, other); i <= Math.Max(one, other); i++)
        {
            if (i >= _atoms.Count || i == 0 || _atoms[i].StartsArticle || _atoms[i - 1].EndsArticle)
                return false;
        }

        return true;
    }
}
