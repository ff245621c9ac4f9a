namespace Bot.Bulletins.Stories;

/// <summary>
/// Finds whether a bulletin tells what another told before. Candidates come from MinHash bands and from equal document numbers;
/// then the texts themselves are compared, for two notices of one series differ in little but are two events: what sets them
/// apart are figures and places, so a text that brings two figures or a place that the other lacks is another event, and one that
/// brings a single new figure is a revision. Not safe for use by several threads at once.
/// </summary>
internal sealed class StoryFinder
{
    /// <summary>Shorter folded texts are too alike to tell by their text.</summary>
    private const int ShortestText = 30;

    /// <summary>The share of the shorter text that must stand in the longer one.</summary>
    private const double SameText = 0.72;

    /// <summary>With the same document number, this much overlap of the text or of the title is enough.</summary>
    private const double SameDocument = 0.2;

    private readonly Dictionary<long, Known> _known = [];
    private readonly Dictionary<ulong, List<long>> _bands = [];
    private readonly Dictionary<string, List<long>> _numbers = new(StringComparer.Ordinal);
    private readonly Queue<(long Id, DateTimeOffset SeenAt)> _age = [];

    public int Count => _known.Count;

    /// <summary>Adds a bulletin, or puts its newer revision in the place of the older.</summary>
    public void Add(StoryItem item)
    {
        Remove(item.Id);
        var known = Known.Of(item);
        _known[item.Id] = known;
        foreach (var key in known.Keys)
            ListOf(_bands, key).Add(item.Id);
        foreach (var number in item.Numbers)
            ListOf(_numbers, number).Add(item.Id);
        _age.Enqueue((item.Id, item.SeenAt));
    }

    /// <summary>The bulletin that tells the same best, the earliest of equals; null where none does.</summary>
    public StoryMatch? Find(StoryItem item) => Find(item, _ => true);

    /// <summary>The same among those bulletins that <paramref name="counts"/>.</summary>
    public StoryMatch? Find(StoryItem item, Func<long, bool> counts)
    {
        var known = Known.Of(item);
        StoryMatch? best = null;
        foreach (var id in Candidates(known).Order())
        {
            if (id != item.Id && counts(id) && Compare(known, _known[id]) is { } match && (best is null || match.Relation < best.Relation || (match.Relation == best.Relation && match.Overlap > best.Overlap)))
                best = match;
            // None can be better.
            if (best is { Relation: StoryRelation.Same, Overlap: 1 })
                break;
        }

        return best;
    }

    /// <summary>Forgets what was seen before <paramref name="before"/>, in the order it was added.</summary>
    public void Forget(DateTimeOffset before)
    {
        while (_age.TryPeek(out var oldest) && oldest.SeenAt < before)
        {
            _age.Dequeue();
            if (_known.TryGetValue(oldest.Id, out var known) && known.Item.SeenAt == oldest.SeenAt)
                Remove(oldest.Id);
        }
    }

    public void Remove(long id)
    {
        if (!_known.Remove(id, out var known))
            return;
        foreach (var key in known.Keys)
            Drop(_bands, key, id);
        foreach (var number in known.Item.Numbers)
            Drop(_numbers, number, id);
    }

    private HashSet<long> Candidates(Known known)
    {
        var candidates = new HashSet<long>();
        foreach (var key in known.Keys)
        {
            if (_bands.TryGetValue(key, out var ids))
                candidates.UnionWith(ids);
        }

        foreach (var number in known.Item.Numbers)
        {
            if (_numbers.TryGetValue(number, out var ids))
                candidates.UnionWith(ids);
        }

        return candidates;
    }

    private static StoryMatch? Compare(Known fresh, Known earlier)
    {
        var (shorter, longer) = fresh.Text.Pieces.Length <= earlier.Text.Pieces.Length ? (fresh.Text, earlier.Text) : (earlier.Text, fresh.Text);
        var overlap = shorter.Pieces.Length == 0 ? 0 : (double)StoryText.Shared(shorter, longer) / shorter.Pieces.Length;
        var fuller = fresh.Text.Folded.Length > earlier.Text.Folded.Length * 1.3;
        if (overlap >= SameText && shorter.Folded.Length >= ShortestText && Relation(shorter, longer) is { } relation)
            return new StoryMatch(earlier.Item.Id, relation, overlap, fuller);
        return SharesNumber(fresh, earlier, overlap) ? new StoryMatch(earlier.Item.Id, StoryRelation.SameNumber, overlap, fuller) : null;
    }

    private static StoryRelation? Relation(StoryText shorter, StoryText longer)
    {
        var newFigures = shorter.Figures.Count(f => !longer.Figures.Contains(f));
        if (newFigures == 0 && shorter.Figures.Count >= longer.Figures.Count && shorter.Folded == longer.Folded)
            return StoryRelation.Same;
        if (newFigures > 1 || Substitutions.ReplacesName(shorter.Folded, longer.Folded))
            return null;
        if (newFigures == 0)
            return StoryRelation.Same;
        return shorter.Figures.Any(f => f[0] == '第' && !longer.Figures.Contains(f)) ? null : StoryRelation.Revision;
    }

    /// <summary>Texts often cite the number of another document; only those whose titles or texts also agree are about the same.</summary>
    private static bool SharesNumber(Known fresh, Known earlier, double overlap) =>
        fresh.Item.Numbers.Any(earlier.Item.Numbers.Contains)
        && StageOf(fresh) == StageOf(earlier)
        && (overlap >= SameDocument || TitleOverlap(fresh, earlier) >= 0.5);

    private static DocumentStage StageOf(Known known) =>
        DocumentReference.Of(known.Item.Title).Stage is var stage && stage == DocumentStage.Unknown ? DocumentStage.Final : stage;

    private static double TitleOverlap(Known a, Known b)
    {
        var (shorter, longer) = a.Title.Pieces.Length <= b.Title.Pieces.Length ? (a.Title, b.Title) : (b.Title, a.Title);
        return shorter.Pieces.Length == 0 ? 0 : (double)StoryText.Shared(shorter, longer) / shorter.Pieces.Length;
    }

    private static List<long> ListOf<TKey>(Dictionary<TKey, List<long>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }

    private static void Drop<TKey>(Dictionary<TKey, List<long>> lists, TKey key, long id)
        where TKey : notnull
    {
        if (lists.TryGetValue(key, out var list) && list.Remove(id) && list.Count == 0)
            lists.Remove(key);
    }

    private sealed record Known(StoryItem Item, StoryText Text, StoryText Title, ulong[] Keys)
    {
        public static Known Of(StoryItem item)
        {
            var text = StoryText.Of(item.Paragraphs);
            return new Known(item, text, StoryText.Of([item.Title ?? ""]), text.Pieces.Length == 0 ? [] : MinHash.Keys(text.Pieces));
        }
    }
}
