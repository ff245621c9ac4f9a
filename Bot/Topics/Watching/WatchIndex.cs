using System.Collections.Concurrent;

namespace Bot.Topics;

/// <summary>Topics and watches in one rule engine. Where the topics changed, they and the watches that refer to them are filed anew before the next text.</summary>
internal sealed class WatchIndex(TopicCatalogue topics) : IWatchIndex
{
    private readonly RuleEngine<Asker> _engine = new();
    private readonly ConcurrentDictionary<long, (Rule Parsed, string Text)> _rules = [];
    private readonly ConcurrentDictionary<long, byte> _setAside = [];
    private readonly Lock _topicsChange = new();
    private volatile IReadOnlyList<Topic> _topics = [];

    public IReadOnlyCollection<long> SetAside => [.. _setAside.Keys];

    public void Replace(IEnumerable<(long Id, string Rule)> watches)
    {
        _rules.Clear();
        _setAside.Clear();
        foreach (var (id, text) in watches)
        {
            if (Parsed(id, text) is { } rule)
            {
                _rules[id] = (rule, text);
            }
        }

        lock (_topicsChange)
        {
            _topics = topics.Topics;
            _engine.Replace([.. OfTopics(_topics), .. _rules.Select(r => (new Asker(r.Key, null), r.Value.Parsed))], topics.RuleOf);
        }
    }

    public void Add(long id, string rule)
    {
        if (Parsed(id, rule) is { } parsed)
        {
            FollowTopics();
            _rules[id] = (parsed, rule);
            _engine.Add(new Asker(id, null), parsed);
        }
    }

    public void Remove(long id)
    {
        _engine.Remove(new Asker(id, null));
        _rules.TryRemove(id, out _);
        _setAside.TryRemove(id, out _);
    }

    public RulesHeld Match(FoldedFields fields)
    {
        FollowTopics();
        var order = _topics;
        List<TopicMatch> held = [];
        List<WatchHit> hits = [];
        foreach (var hit in _engine.Match(fields))
        {
            if (hit.Key.Topic is { } topic)
            {
                held.Add(new TopicMatch(topic, hit.Words()));
            }
            else if (_rules.TryGetValue(hit.Key.WatchId, out var rule) && ReferenceEquals(rule.Parsed, hit.Rule))
            {
                // One that went or changed since is left out: the next text finds what it is now.
                hits.Add(new WatchHit(hit.Key.WatchId, rule.Text, hit.Words()));
            }
        }

        return new RulesHeld([.. held.OrderBy(m => order.Index().FirstOrDefault(t => ReferenceEquals(t.Item, m.Topic)).Index)], hits);
    }

    private void FollowTopics()
    {
        if (ReferenceEquals(_topics, topics.Topics))
        {
            return;
        }

        lock (_topicsChange)
        {
            var now = topics.Topics;
            if (!ReferenceEquals(_topics, now))
            {
                _engine.Exchange(_topics.Select(t => new Asker(0, t)), [.. OfTopics(now)], topics.RuleOf);
                _topics = now;
            }
        }
    }

    private IEnumerable<(Asker Asker, Rule Rule)> OfTopics(IReadOnlyList<Topic> all) =>
        all.Select(t => (new Asker(0, t), Rule: topics.RuleOf(t.Id))).Where(t => t.Rule is not null).Select(t => (t.Item1, t.Rule!));

    private Rule? Parsed(long id, string rule)
    {
        if (RuleParser.Parse(rule) is RuleResult.Parsed(var parsed))
        {
            _setAside.TryRemove(id, out _);
            return parsed;
        }

        _setAside[id] = 0;
        return null;
    }

    /// <summary>Whose rule: a watch's, or a topic's with what the topic was when it was filed.</summary>
    private readonly record struct Asker(long WatchId, Topic? Topic);
}
