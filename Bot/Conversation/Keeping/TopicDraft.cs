using Bot.Topics;

namespace Bot.Conversation;

/// <summary>
/// A topic as an admin types it: a line for each thing, <c>规则: 保释 OR 取保候审</c>. A line without such a beginning goes on with the one before;
/// what is not named stays as it was.
/// </summary>
internal static class TopicDraft
{
    private static readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zh"] = "zh",
        ["中文名"] = "zh",
        ["名称"] = "zh",
        ["name"] = "en",
        ["en"] = "en",
        ["英文名"] = "en",
        ["rule"] = "rule",
        ["规则"] = "rule",
        ["priority"] = "priority",
        ["优先级"] = "priority",
        ["audience"] = "audience",
        ["受众"] = "audience",
        ["parent"] = "parent",
        ["上级"] = "parent",
        ["sources"] = "sources",
        ["来源"] = "sources",
        ["places"] = "places",
        ["地区"] = "places",
        ["why"] = "why",
        ["原因"] = "why",
    };

    private static readonly Dictionary<string, TopicPriority> _priorities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["urgent"] = TopicPriority.Urgent,
        ["紧急"] = TopicPriority.Urgent,
        ["normal"] = TopicPriority.Normal,
        ["普通"] = TopicPriority.Normal,
        ["low"] = TopicPriority.Low,
        ["低"] = TopicPriority.Low,
    };

    /// <returns>The topic with what the lines say, why it is changed, and the line that says something unknown (null for none).</returns>
    public static (Topic Topic, string Why, string? Fault) Read(Topic topic, IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            var colon = line.AsSpan().IndexOfAny(':', '：');
            if (colon > 0 && _keys.TryGetValue(line[..colon].Trim(), out var key) && !values.ContainsKey(key))
            {
                (last, values[key]) = (key, line[(colon + 1)..].Trim());
            }
            else if (last is null)
            {
                return (topic, "", line);
            }
            else
            {
                values[last] += "\n" + line.Trim();
            }
        }

        if (values.TryGetValue("priority", out var priority) && !_priorities.ContainsKey(priority))
        {
            return (topic, "", priority);
        }

        var changed = topic with
        {
            NameZh = values.GetValueOrDefault("zh", topic.NameZh),
            NameEn = values.GetValueOrDefault("en", topic.NameEn),
            Rule = values.GetValueOrDefault("rule", topic.Rule),
            Priority = priority is null ? topic.Priority : _priorities[priority],
            Parent = values.TryGetValue("parent", out var parent) ? parent.Length == 0 ? null : parent : topic.Parent,
            Sources = values.TryGetValue("sources", out var sources) ? List(sources) : topic.Sources,
            Places = values.TryGetValue("places", out var places) ? List(places) : topic.Places,
        };
        return (values.TryGetValue("audience", out var audience) ? Opened(changed, audience) : changed, values.GetValueOrDefault("why", ""), null);
    }

    private static Topic Opened(Topic topic, string audience) => audience.ToLowerInvariant() switch
    {
        "everyone" or "所有人" or "" => topic with { Audience = TopicAudience.Everyone, Chats = [] },
        "members" or "成员" => topic with { Audience = TopicAudience.Members, Chats = [] },
        _ => topic with { Audience = TopicAudience.Chats, Chats = List(audience) },
    };

    private static string[] List(string text) => text.Split([',', '，', '、', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
