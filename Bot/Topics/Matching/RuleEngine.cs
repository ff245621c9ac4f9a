using System.Collections.Immutable;

namespace Bot.Topics;

/// <summary>
/// Rules that come and go while texts are matched. Most are in one large index; those that came since are in a small one that is
/// made anew at each change, so a rule among a hundred thousand is live at once. In the background both become a new large one. Whoever
/// matches sees one state and waits for nobody; whoever changes waits only for other changes.
/// </summary>
/// <param name="mostFresh">When so many came or went, the large index is made anew.</param>
internal sealed class RuleEngine<TKey>(int mostFresh = RuleEngine.MostFresh)
    where TKey : notnull
{
    private readonly Lock _change = new();
    private readonly Dictionary<TKey, Rule> _rules = [];
    private volatile State _state = State.Empty;
    private Func<string, Rule?> _ruleOf = _ => null;

    /// <summary>Counts what makes a merge that is under way useless, and what makes it wrong for rules that refer to topics.</summary>
    private int _replaced;
    private int _topicsReplaced;
    private Task _merge = Task.CompletedTask;

    public int Count
    {
        get
        {
            lock (_change)
            {
                return _rules.Count;
            }
        }
    }

    /// <summary>How many rules may hold without any word that is found, so that every bulletin asks them: lone NOTs and patterns.</summary>
    public int AlwaysLookedAt => _state is var state ? state.Main.Index.Always.Length + state.Fresh.Index.Always.Length : 0;

    /// <summary>Ends when all that changed until now is in the large index; a fault there is a bug and shows here and at the next change.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task merge;
            lock (_change)
            {
                if (_merge.IsCompletedSuccessfully && _state.Changes > 0)
                {
                    _merge = Task.Run(Merge, CancellationToken.None);
                }

                merge = _merge;
                if (merge.IsCompletedSuccessfully && _state.Changes == 0)
                {
                    return;
                }
            }

            await merge.WaitAsync(cancellation);
        }
    }

    /// <summary>These and no others, in the order in which they shall match.</summary>
    /// <param name="rules">Keys are distinct.</param>
    /// <param name="ruleOf">The rule of a topic, for rules that refer to one; null where there is none.</param>
    public void Replace(IEnumerable<(TKey Key, Rule Rule)> rules, Func<string, Rule?> ruleOf)
    {
        lock (_change)
        {
            _rules.Clear();
            _ruleOf = ruleOf;
            _replaced++;
            List<(TKey Key, Rule Rule)> all = [.. rules];
            foreach (var (key, rule) in all)
            {
                _rules.Add(key, rule);
            }

            _state = new State(KeyedRules<TKey>.Of(all, ruleOf), KeyedRules<TKey>.Empty, []);
        }
    }

    /// <summary>From the next text on; instead of the one that had this key.</summary>
    public void Add(TKey key, Rule rule)
    {
        lock (_change)
        {
            _rules[key] = rule;
            var state = _state;
            Become(state with { Fresh = state.Fresh.With(key, rule, _ruleOf), Gone = state.GoneWith(key) });
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(TKey key)
    {
        lock (_change)
        {
            if (!_rules.Remove(key))
            {
                return false;
            }

            var state = _state;
            Become(state with { Fresh = state.Fresh.Without(key, _ruleOf), Gone = state.GoneWith(key) });
            return true;
        }
    }

    /// <summary>Topics have changed: rules that refer to them mean what the topics now say, from the next text on.</summary>
    public void ReplaceTopics(Func<string, Rule?> ruleOf)
    {
        lock (_change)
        {
            _ruleOf = ruleOf;
            _topicsReplaced++;
            var state = _state;
            List<(TKey Key, Rule Rule)> refer = [.. state.Main.All.Where((r, i) => !state.Gone.Contains(i) && TopicReferences.Of(r.Rule).Any())];
            if (refer.Count > 0 || state.Fresh.All.Any(r => TopicReferences.Of(r.Rule).Any()))
            {
                Become(state with
                {
                    Fresh = KeyedRules<TKey>.Of([.. refer, .. state.Fresh.All], ruleOf),
                    Gone = refer.Aggregate(state.Gone, (gone, rule) => gone.Add(state.Main.Numbers[rule.Key])),
                });
            }
        }
    }

    /// <summary>The rules that hold for a text; those in the large index first, each in its order.</summary>
    public IReadOnlyList<RuleHit<TKey>> Match(FoldedFields fields)
    {
        var state = _state;
        List<RuleHit<TKey>> hits = [];
        Match(state.Main, state.Gone);
        Match(state.Fresh, []);
        return hits;

        void Match(KeyedRules<TKey> part, ImmutableHashSet<int> gone)
        {
            using var scan = part.Index.Scan(fields);
            foreach (var number in scan.Holding)
            {
                if (!gone.Contains(number))
                {
                    hits.Add(new RuleHit<TKey>(part.All[number].Key, part.All[number].Rule, scan.Evidence(number), fields));
                }
            }
        }
    }

    private void Become(State state)
    {
        _state = state;
        if (_merge.IsFaulted)
        {
            _merge.GetAwaiter().GetResult();
        }

        if (state.Changes >= mostFresh && _merge.IsCompleted)
        {
            _merge = Task.Run(Merge);
        }
    }

    private void Merge()
    {
        List<(TKey Key, Rule Rule)> all;
        Func<string, Rule?> ruleOf;
        int replaced, topicsReplaced;
        lock (_change)
        {
            var state = _state;
            (ruleOf, replaced, topicsReplaced) = (_ruleOf, _replaced, _topicsReplaced);
            all = [.. state.Main.All.Where((_, i) => !state.Gone.Contains(i)), .. state.Fresh.All];
        }

        var main = KeyedRules<TKey>.Of(all, ruleOf);
        lock (_change)
        {
            if (_replaced != replaced)
            {
                return;
            }

            // What changed meanwhile: a rule that is another or gone is gone from the new index; one that came stays fresh.
            var topicsChanged = _topicsReplaced != topicsReplaced;
            bool IsCurrent(TKey key, Rule rule) =>
                _rules.TryGetValue(key, out var now) && ReferenceEquals(now, rule) && !(topicsChanged && TopicReferences.Of(rule).Any());
            var gone = main.All.Index().Where(r => !IsCurrent(r.Item.Key, r.Item.Rule)).Select(r => r.Index).ToImmutableHashSet();
            List<(TKey Key, Rule Rule)> fresh =
                [.. _state.Fresh.All.Where(r => !(main.Numbers.TryGetValue(r.Key, out var number) && !gone.Contains(number)))];
            _state = new State(main, KeyedRules<TKey>.Of(fresh, _ruleOf), gone);
        }
    }

    /// <param name="Main">The large index.</param>
    /// <param name="Fresh">The small one.</param>
    /// <param name="Gone">Numbers in the large one that no longer count.</param>
    private sealed record State(KeyedRules<TKey> Main, KeyedRules<TKey> Fresh, ImmutableHashSet<int> Gone)
    {
        public static State Empty { get; } = new(KeyedRules<TKey>.Empty, KeyedRules<TKey>.Empty, []);

        public int Changes => Fresh.All.Count + Gone.Count;

        public ImmutableHashSet<int> GoneWith(TKey key) => Main.Numbers.TryGetValue(key, out var number) ? Gone.Add(number) : Gone;
    }
}

internal static class RuleEngine
{
    /// <summary>A small index of so many rules is made in about a millisecond.</summary>
    public const int MostFresh = 256;
}
