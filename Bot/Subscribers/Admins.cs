namespace Bot.Subscribers;

/// <summary>Who runs the program, by the setting <c>Admins</c>: a list of <c>channel:chat</c>, such as <c>telegram:7001</c>.</summary>
internal sealed class Admins(IConfiguration? configuration)
{
    public const string Section = "Admins";

    private readonly HashSet<string> _all = (configuration?.GetSection(Section).Get<string[]>() ?? []).Select(a => a.Trim()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Their chats in one channel.</summary>
    public IEnumerable<string> In(string channel) =>
        _all.Where(a => a.StartsWith(channel + ':', StringComparison.Ordinal)).Select(a => a[(channel.Length + 1)..]);

    public bool Has(string channel, string address) => _all.Contains($"{channel}:{address}");
}
