namespace Bot.Topics;

internal static class RulesOfTopics
{
    /// <summary>The parsed rules of the topics that are in force now, by id; null where there is none.</summary>
    public static Func<string, Rule?> Rules(this TopicCatalogue catalogue)
    {
        var topics = catalogue.Topics.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var parsed = new Dictionary<string, Rule?>(StringComparer.Ordinal);
        return id => parsed.TryGetValue(id, out var known) ? known
            : parsed[id] = topics.TryGetValue(id, out var topic) && RuleParser.Parse(topic.Rule) is RuleResult.Parsed(var rule) ? rule : null;
    }
}
