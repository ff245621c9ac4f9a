using System.Collections.Immutable;

namespace Bot.Topics;

/// <summary>
/// Watches in two catalogues: a large one, rebuilt in the background, and a small one of those that came since, rebuilt at once. So adding
/// one among many waits for a handful, and a text is gone through twice instead of once.
/// </summary>
internal sealed class WatchIndex(TopicCatalogue topics) : IWatchIndex
{
    /// <summary>So many fresh ones move to the large catalogue.</summary>
    private const int MostFresh = 200;

    private readonly Lock _change = new();
    private volatile State _state = new(ImmutableDictionary<long, string>.Empty, new TopicCatalogue(), new TopicCatalogue(), []);
    private Task _merge = Task.CompletedTask;

    public void Replace(IEnumerable<(long Id, string Rule)> watches)
    {
        lock (_change)
        {
            var all = watches.ToImmutableDictionary(w => w.Id, w => w.Rule);
            _state = Merged(all);
        }
    }

    public void Add(long id, string rule)
    {
        lock (_change)
        {
            var state = _state;
            var fresh = state.FreshIds.Add(id);
            var all = state.Rules.SetItem(id, rule);
            _state = state with { Rules = all, Refers = state.Refers || Refers(rule), FreshIds = fresh, Fresh = Catalogue(fresh.Select(i => (i, all[i]))) };
            if (fresh.Count >= MostFresh && _merge.IsCompleted)
            {
                _merge = Task.Run(Merge);
            }
        }
    }

    public void Remove(long id)
    {
        lock (_change)
        {
            // It stays in its catalogue until the next merge; a hit of one that is gone is left out.
            var state = _state;
            _state = state with { Rules = state.Rules.Remove(id), FreshIds = state.FreshIds.Remove(id) };
        }
    }

    public IReadOnlyList<WatchHit> Match(RuleText text)
    {
        var state = Current();
        if (state.Rules.IsEmpty)
        {
            return [];
        }

        List<WatchHit> hits = [];
        foreach (var match in state.Settled.Match(text).Concat(state.Fresh.Match(text)))
        {
            // Topics stand in the catalogues too, for rules that refer to them.
            if (WatchKey.Parse(match.Topic.Id) is { } id && state.Rules.TryGetValue(id, out var rule) && rule == match.Topic.Rule)
            {
                hits.Add(new WatchHit(id, rule, match.Evidence));
            }
        }

        return [.. hits.DistinctBy(h => h.WatchId)];
    }

    /// <summary>Watches may refer to topics: where those changed, their catalogues are made anew.</summary>
    private State Current()
    {
        var state = _state;
        if (!state.Refers || ReferenceEquals(state.Topics, topics.Topics))
        {
            return state;
        }

        lock (_change)
        {
            return ReferenceEquals(_state.Topics, topics.Topics) ? _state : _state = Merged(_state.Rules);
        }
    }

    private void Merge()
    {
        var all = _state.Rules;
        var merged = Merged(all);
        lock (_change)
        {
            var late = _state.Rules.Where(r => !all.TryGetValue(r.Key, out var known) || known != r.Value).ToList();
            _state = merged with
            {
                Rules = _state.Rules,
                FreshIds = [.. late.Select(r => r.Key)],
                Fresh = Catalogue(late.Select(r => (r.Key, r.Value))),
            };
        }
    }

    private State Merged(ImmutableDictionary<long, string> all)
    {
        var settled = Catalogue(all.Select(r => (r.Key, r.Value)));
        return new State(all, settled, new TopicCatalogue(), []) { Refers = all.Values.Any(Refers), Topics = topics.Topics };
    }

    private TopicCatalogue Catalogue(IEnumerable<(long Id, string Rule)> watches)
    {
        List<Topic> rules = [.. watches.Select(w => WatchTopic.Of(w.Id, w.Rule))];
        var catalogue = new TopicCatalogue();
        catalogue.Replace(rules.Any(r => Refers(r.Rule)) ? [.. topics.Topics, .. rules] : rules);
        return catalogue;
    }

    private static bool Refers(string rule) => rule.Contains("topic", StringComparison.OrdinalIgnoreCase) || rule.Any(c => c is >= 'ａ' and <= 'ｚ');

    private sealed record State(
        ImmutableDictionary<long, string> Rules, TopicCatalogue Settled, TopicCatalogue Fresh, ImmutableHashSet<long> FreshIds)
    {
        /// <summary>Whether any watch may refer to a topic.</summary>
        public bool Refers { get; init; }

        /// <summary>Those that the catalogues were made with.</summary>
        public IReadOnlyList<Topic> Topics { get; init; } = [];
    }
}
