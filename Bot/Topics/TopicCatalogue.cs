namespace Bot.Topics;

/// <summary>The topics in force, parsed and indexed. Replaced as a whole: whoever matches sees one state.</summary>
internal sealed class TopicCatalogue
{
    private volatile State _state = State.Of([]);

    /// <summary>In the order that admins gave them.</summary>
    public IReadOnlyList<Topic> Topics => _state.Topics;

    public Topic? Find(string id) => _state.Topics.FirstOrDefault(t => t.Id == id);

    /// <summary>A topic's rule, for rules that refer to it; null where there is no such topic.</summary>
    public Rule? RuleOf(string id) => _state.Rules.GetValueOrDefault(id);

    /// <summary>Topics whose rules were checked before (<see cref="TopicsFile"/>); one that is no rule is a bug here.</summary>
    public void Replace(IReadOnlyList<Topic> topics) => _state = State.Of(topics);

    /// <returns>The topics whose rule holds, in the admins' order.</returns>
    public IReadOnlyList<TopicMatch> Match(RuleText text) => Match(new FoldedFields(text));

    /// <inheritdoc cref="Match(RuleText)"/>
    public IReadOnlyList<TopicMatch> Match(FoldedFields fields)
    {
        var state = _state;
        using var scan = state.Index.Scan(fields);
        return [.. scan.Holding.Select(number => new TopicMatch(state.Topics[number], [.. scan.Evidence(number).Select(fields.Original).Distinct()]))];
    }

    private sealed record State(IReadOnlyList<Topic> Topics, IReadOnlyDictionary<string, Rule> Rules, RuleIndex Index)
    {
        public static State Of(IReadOnlyList<Topic> topics)
        {
            var rules = topics.ToDictionary(t => t.Id, Parsed);
            return new State(topics, rules, RuleCompiler.Compile([.. topics.Select(t => rules[t.Id])], rules.GetValueOrDefault));
        }

        private static Rule Parsed(Topic topic) => RuleParser.Parse(topic.Rule) switch
        {
            RuleResult.Parsed(var rule) => rule,
            RuleResult.Refused(var error) => throw new ArgumentException($"The rule of {topic.Id} is no rule: {error.Message(Texts.Language.En)}", nameof(topic)),
            _ => throw new InvalidOperationException("A rule is parsed or refused."),
        };
    }
}
