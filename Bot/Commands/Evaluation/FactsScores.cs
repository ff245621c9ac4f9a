using Bot.Bulletins.Facts;

namespace Bot.Commands.Evaluation;

/// <param name="Right">Facts read that are labelled.</param>
/// <param name="Wrong">Facts read that are not labelled.</param>
/// <param name="Missed">Labelled facts that were not read.</param>
internal readonly record struct FactsScore(int Right, int Wrong, int Missed)
{
    /// <summary>1 where nothing was read: nothing was wrong.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);
}

/// <summary>Facts as read held against facts as labelled, by kind and in all.</summary>
internal sealed class FactsScores
{
    private readonly SortedDictionary<FactKind, FactsScore> _kinds = [];
    private readonly List<string> _faults = [];

    public IReadOnlyDictionary<FactKind, FactsScore> Kinds => _kinds;

    /// <summary>What was read wrongly or missed, a line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public FactsScore All => _kinds.Values.Aggregate(default(FactsScore), (a, b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed));

    public static FactsScores Of(IEnumerable<LabelledBulletin> bulletins)
    {
        var scores = new FactsScores();
        foreach (var bulletin in bulletins)
        {
            if (bulletin.Facts is { } labels)
                scores.Add(bulletin, labels);
        }

        return scores;
    }

    private void Add(LabelledBulletin bulletin, IReadOnlyList<LabelledFact> labels)
    {
        var facts = FactReader.Read(new FactInput(bulletin.Title, bulletin.Paragraphs, bulletin.Edition) { Subtitle = bulletin.Subtitle });
        foreach (var fact in facts)
        {
            var right = labels.Any(l => l.Is(fact));
            Count(fact.Kind, new(right ? 1 : 0, right ? 0 : 1, 0));
            if (!right)
                _faults.Add($"{bulletin.Id} wrong {fact.Kind} {fact.Value} {fact.Detail}");
        }

        foreach (var label in labels.Where(l => !facts.Any(l.Is)))
        {
            Count(Enum.Parse<FactKind>(label.Kind), new(0, 0, 1));
            _faults.Add($"{bulletin.Id} missed {label.Kind} {label.Value} {label.Detail}");
        }
    }

    private void Count(FactKind kind, FactsScore more)
    {
        var before = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = new(before.Right + more.Right, before.Wrong + more.Wrong, before.Missed + more.Missed);
    }
}
