namespace Bot.Topics;

/// <summary>What a topic names besides words: other topics' rules, and its parent.</summary>
internal static class TopicLinks
{
    public static TopicChange.Refused? Fault(Topic topic, TopicCatalogue catalogue)
    {
        var known = catalogue.Topics.Where(t => t.Id != topic.Id).Append(topic).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var rules = known.Values
            .Select(t => (t.Id, Rule: (RuleParser.Parse(t.Rule) as RuleResult.Parsed)?.Rule))
            .Where(r => r.Rule is not null)
            .ToDictionary(r => r.Id, r => r.Rule!);
        if (TopicReferences.Of(rules[topic.Id]).FirstOrDefault(id => !known.ContainsKey(id)) is { } missing)
        {
            return TopicChange.Refused.Because("change.reference", missing);
        }

        if (TopicReferences.Circle(topic.Id, rules) is { } circle)
        {
            return TopicChange.Refused.Because("change.circle", string.Join(" → ", circle));
        }

        return topic.Parent is { } parent && !LeadsUp(parent, topic.Id, known) ? TopicChange.Refused.Because("change.parent", parent) : null;
    }

    /// <summary>Whether there is such a parent, and the way up from it does not come by the topic.</summary>
    public static bool LeadsUp(string parent, string topic, IReadOnlyDictionary<string, Topic> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { topic };
        for (string? at = parent; at is not null; at = known[at].Parent)
        {
            if (!known.ContainsKey(at) || !seen.Add(at))
            {
                return false;
            }
        }

        return true;
    }
}
