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

    /// <summary>Counts what makes a merge that is under way useless.</summary>
    private int _replaced;

    /// <summary>What changed since the merge that is under way began: it knows them as they were.</summary>
    private readonly HashSet<TKey> _touched = [];
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
            _touched.Clear();
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
            _touched.Add(key);
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

            _touched.Add(key);
            var state = _state;
            Become(state with { Fresh = state.Fresh.Without(key, _ruleOf), Gone = state.GoneWith(key) });
            return true;
        }
    }

    /// <summary>Topics have changed: rules that refer to them mean what the topics now say, from the next text on.</summary>
    public void ReplaceTopics(Func<string, Rule?> ruleOf) => Exchange([], [], ruleOf);

    /// <summary>In one step that every text sees whole or not at all: some rules go, others come, and topics say something else.</summary>
    public void Exchange(IEnumerable<TKey> go, IReadOnlyList<(TKey Key, Rule Rule)> come, Func<string, Rule?> ruleOf)
    {
        lock (_change)
        {
            _ruleOf = ruleOf;
            var state = _state;
            HashSet<TKey> moved = [.. go, .. come.Select(r => r.Key)];
            foreach (var key in moved)
            {
                _rules.Remove(key);
            }

            List<(TKey Key, Rule Rule)> refer =
                [.. state.Main.Referring.Where(number => !state.Gone.Contains(number)).Select(number => state.Main.All[number]).Where(r => !moved.Contains(r.Key))];
            List<(TKey Key, Rule Rule)> fresh = [.. come, .. refer, .. state.Fresh.All.Where(r => !moved.Contains(r.Key))];
            foreach (var (key, rule) in come)
            {
                _rules[key] = rule;
            }

            moved.UnionWith(refer.Select(r => r.Key));
            _touched.UnionWith(moved);
            _touched.UnionWith(state.Fresh.Referring.Select(number => state.Fresh.All[number].Key));
            Become(state with { Fresh = KeyedRules<TKey>.Of(fresh, ruleOf), Gone = moved.Aggregate(state, (now, key) => now with { Gone = now.GoneWith(key) }).Gone });
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
        State before;
        Func<string, Rule?> ruleOf;
        int replaced;
        lock (_change)
        {
            (before, ruleOf, replaced) = (_state, _ruleOf, _replaced);
            _touched.Clear();
        }

        // All that takes long is done while others change and match.
        var main = KeyedRules<TKey>.Of([.. before.Main.All.Where((_, i) => !before.Gone.Contains(i)), .. before.Fresh.All], ruleOf);
        lock (_change)
        {
            if (_replaced != replaced)
            {
                return;
            }

            var gone = _touched.Where(main.Numbers.ContainsKey).Select(key => main.Numbers[key]).ToImmutableHashSet();
            List<(TKey Key, Rule Rule)> fresh = [.. _state.Fresh.All.Where(r => _touched.Contains(r.Key))];
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
