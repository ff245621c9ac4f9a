namespace Bot.Topics;

/// <summary>A watch where a topic is expected.</summary>
internal static class WatchTopic
{
    private const int LongestName = 40;

    public static Topic Of(long watchId, string rule) => new()
    {
        Id = WatchKey.Of(watchId),
        NameZh = $"我的关注“{Short(rule)}”",
        NameEn = $"my watch “{Short(rule)}”",
        Rule = rule,
    };

    /// <summary>The rule in one short line.</summary>
    public static string Short(string rule)
    {
        var line = string.Join(' ', rule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestName ? line : line[..LongestName] + "…";
    }
}
