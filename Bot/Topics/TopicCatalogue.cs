namespace Bot.Topics;

/// <summary>The topics in force, parsed. Replaced as a whole: whoever matches sees one state.</summary>
internal sealed class TopicCatalogue
{
    private volatile State _state = State.Of([]);

    /// <summary>In the order that admins gave them.</summary>
    public IReadOnlyList<Topic> Topics => _state.Topics;

    public Topic? Find(string id) => _state.Topics.FirstOrDefault(t => t.Id == id);

    /// <summary>Topics whose rules were checked before (<see cref="TopicsFile"/>); one that is no rule is a bug here.</summary>
    public void Replace(IReadOnlyList<Topic> topics) => _state = State.Of(topics);

    /// <returns>The topics whose rule holds, in the admins' order.</returns>
    public IReadOnlyList<TopicMatch> Match(RuleText text)
    {
        var state = _state;
        var folded = new MatchText(text, state.Words);
        var matcher = new RuleMatcher(folded, state.Rules.GetValueOrDefault);
        List<TopicMatch> matches = [];
        foreach (var topic in state.Topics)
        {
            if (matcher.Match(state.Rules[topic.Id]) is { } evidence)
            {
                matches.Add(new TopicMatch(topic, [.. evidence.Select(folded.Original).Distinct()]));
            }
        }

        return matches;
    }

    private sealed record State(IReadOnlyList<Topic> Topics, IReadOnlyDictionary<string, Rule> Rules, RuleDictionary Words)
    {
        public static State Of(IReadOnlyList<Topic> topics)
        {
            var rules = topics.ToDictionary(t => t.Id, Parsed);
            return new State(topics, rules, RuleDictionary.Of(rules.Values));
        }

        private static Rule Parsed(Topic topic) => RuleParser.Parse(topic.Rule) switch
        {
            RuleResult.Parsed(var rule) => rule,
            RuleResult.Refused(var error) => throw new ArgumentException($"The rule of {topic.Id} is no rule: {error.Message(Texts.Language.En)}", nameof(topic)),
            _ => throw new InvalidOperationException("A rule is parsed or refused."),
        };
    }
}
