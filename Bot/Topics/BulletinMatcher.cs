namespace Bot.Topics;

/// <summary>All that a new bulletin matches: topics within their limits, each with its reason, and subscribers' watches.</summary>
internal sealed class BulletinMatcher(TopicCatalogue topics, IWatchIndex watches)
{
    /// <summary>Beyond so many the reasons of watches are worked out when somebody asks.</summary>
    private const int MostExplainedWatches = 20;

    public IReadOnlyList<TopicMatch> Match(RuleText text)
    {
        var rules = topics.Rules();
        var fields = new FoldedFields(text);
        var held = watches.Match(fields);
        List<TopicMatch> matches = [.. held.Topics.Where(m => m.Topic.Admits(text)).Select(m => m with { Why = Why(m.Topic.Rule) })];
        matches.AddRange(Parents(matches, text));
        foreach (var (place, hit) in held.Watches.Index())
        {
            var topic = WatchTopic.Of(hit.WatchId, hit.Rule);
            matches.Add(new TopicMatch(topic, hit.Evidence) { Why = place < MostExplainedWatches ? Why(hit.Rule) : [] });
        }

        return matches;

        IReadOnlyList<MatchPart> Why(string rule) =>
            RuleParser.Parse(rule) is RuleResult.Parsed(var parsed) && Explainer.Explain(parsed, text, fields, rules) is { Holds: true } explained ? Explainer.Kept(explained) : [];
    }

    /// <summary>What belongs to a part of a topic belongs to the topic, unless the part is closed.</summary>
    private List<TopicMatch> Parents(IReadOnlyList<TopicMatch> matches, RuleText text)
    {
        var held = matches.Select(m => m.Topic.Id).ToHashSet(StringComparer.Ordinal);
        List<TopicMatch> parents = [];
        foreach (var match in matches)
        {
            for (var part = match.Topic; part is { Parent: { } id, Audience: TopicAudience.Everyone } && held.Add(id) && topics.Find(id) is { } parent && parent.Admits(text); part = parent)
            {
                parents.Add(new TopicMatch(parent, match.Evidence) { Why = [new MatchPart($"topic:{part.Id}", [.. match.Why.SelectMany(w => w.Words).Take(8)])] });
            }
        }

        return parents;
    }
}
