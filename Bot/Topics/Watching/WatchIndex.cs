using System.Collections.Concurrent;

namespace Bot.Topics;

/// <summary>The watches in a rule engine. They may refer to topics: where those changed, such watches are filed anew before the next text.</summary>
internal sealed class WatchIndex(TopicCatalogue topics) : IWatchIndex
{
    private readonly RuleEngine<long> _engine = new();
    private readonly ConcurrentDictionary<long, (Rule Parsed, string Text)> _rules = [];
    private readonly Lock _topicsChange = new();
    private volatile IReadOnlyList<Topic> _topics = [];

    public void Replace(IEnumerable<(long Id, string Rule)> watches)
    {
        var parsed = watches.Select(w => (w.Id, Parsed: Parsed(w.Rule), w.Rule)).ToList();
        _rules.Clear();
        foreach (var (id, rule, text) in parsed)
        {
            _rules[id] = (rule, text);
        }

        _topics = topics.Topics;
        _engine.Replace(parsed.Select(w => (w.Id, w.Parsed)), topics.RuleOf);
    }

    public void Add(long id, string rule)
    {
        var parsed = Parsed(rule);
        FollowTopics();
        _rules[id] = (parsed, rule);
        _engine.Add(id, parsed);
    }

    public void Remove(long id)
    {
        _engine.Remove(id);
        _rules.TryRemove(id, out _);
    }

    public IReadOnlyList<WatchHit> Match(RuleText text)
    {
        FollowTopics();
        List<WatchHit> hits = [];
        foreach (var hit in _engine.Match(new FoldedFields(text)))
        {
            // One that went or changed since is left out: the next text finds what it is now.
            if (_rules.TryGetValue(hit.Key, out var rule) && ReferenceEquals(rule.Parsed, hit.Rule))
            {
                hits.Add(new WatchHit(hit.Key, rule.Text, hit.Words()));
            }
        }

        return hits;
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
                _engine.ReplaceTopics(topics.RuleOf);
                _topics = now;
            }
        }
    }

    private static Rule Parsed(string rule) => RuleParser.Parse(rule) switch
    {
        RuleResult.Parsed(var parsed) => parsed,
        _ => throw new ArgumentException("A watch's rule is checked before it is kept.", nameof(rule)),
    };
}
