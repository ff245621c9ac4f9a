using Bot.Texts;

namespace Bot.Topics;

/// <summary>A watch where a topic is expected.</summary>
internal static class WatchTopic
{
    private const int LongestName = 40;

    private static readonly Words _words = new("Bot.Topics.Watching.WatchingWords");

    public static Topic Of(long watchId, string rule) => new()
    {
        Id = WatchKey.Of(watchId),
        NameZh = _words.Get(Language.Zh, "name", Short(rule)),
        NameEn = _words.Get(Language.En, "name", Short(rule)),
        Rule = rule,
    };

    /// <summary>The rule in one short line.</summary>
    public static string Short(string rule)
    {
        var line = string.Join(' ', rule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestName ? line : line[..LongestName] + "…";
    }
}
