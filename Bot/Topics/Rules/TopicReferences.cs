namespace Bot.Topics;

/// <summary>Which topics a rule refers to.</summary>
internal static class TopicReferences
{
    public static IEnumerable<string> Of(Rule rule) => rule switch
    {
        Rule.Topic(var id) => [id],
        Rule.All(var parts) => parts.SelectMany(Of),
        Rule.Any(var parts) => parts.SelectMany(Of),
        Rule.AtLeast(_, var parts) => parts.SelectMany(Of),
        Rule.Not(var part) => Of(part),
        Rule.In(_, var part) => Of(part),
        _ => [],
    };

    /// <summary>The way from a topic back to itself; null where there is none.</summary>
    public static IReadOnlyList<string>? Circle(string topic, IReadOnlyDictionary<string, Rule> rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Walk(topic, [topic]);

        IReadOnlyList<string>? Walk(string from, List<string> way)
        {
            if (!rules.TryGetValue(from, out var rule))
            {
                return null;
            }

            foreach (var next in Of(rule).Distinct())
            {
                if (next == topic)
                {
                    return [.. way, next];
                }

                if (seen.Add(next) && Walk(next, [.. way, next]) is { } circle)
                {
                    return circle;
                }
            }

            return null;
        }
    }
}
