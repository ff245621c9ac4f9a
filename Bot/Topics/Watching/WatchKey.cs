using System.Globalization;

namespace Bot.Topics;

/// <summary>
/// What a watch is called where topics have their ids: in matches and subscriptions. A watch is followed by its own chat alone, so it is
/// delivered, muted and digested by the same statements as a topic. No topic's id has a dot.
/// </summary>
internal static class WatchKey
{
    private const string Prefix = "watch.";

    public static string Of(long watchId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{watchId}");

    public static bool Is(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Null for the id of a topic.</summary>
    public static long? Parse(string key) =>
        Is(key) && long.TryParse(key.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
