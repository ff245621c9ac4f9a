using System.Text.RegularExpressions;

namespace Bot.Subscribers;

/// <summary>Which addresses a robot may have: those of its service, so that a chat cannot make the program post elsewhere.</summary>
internal static partial class RobotAddresses
{
    public const string WeCom = "wecom";
    public const string Feishu = "feishu";
    public const string DingTalk = "dingtalk";

    private static readonly Dictionary<string, string[]> _hosts = new(StringComparer.Ordinal)
    {
        [WeCom] = ["qyapi.weixin.qq.com"],
        [Feishu] = ["open.feishu.cn", "open.larksuite.com"],
        [DingTalk] = ["oapi.dingtalk.com"],
    };

    /// <returns>What is wrong, by the setting's key and what it should be; null when nothing is.</returns>
    public static (string Key, string Expected)? FaultOf(RobotsOptions options, string kind, string name, string url)
    {
        if (!_hosts.TryGetValue(kind, out var hosts))
        {
            return ("Kind", "is no kind: expected wecom, feishu or dingtalk.");
        }

        if (!Name().IsMatch(name))
        {
            return ("Name", "is no name: expected letters, digits, hyphens and underscores, 40 at most.");
        }

        var isOurs = Uri.TryCreate(url, UriKind.Absolute, out var address)
            && ((address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && hosts.Contains(address.Host))
                || (address.Scheme is "http" or "https" && options.Hosts.Contains(address.Authority)));
        return isOurs ? null : ("Url", $"is no address of a robot: expected https://{hosts[0]}/…, as the service shows it.");
    }

    /// <summary>The kind that an address belongs to; null where it is none of the three services'.</summary>
    public static string? KindOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? _hosts.FirstOrDefault(h => h.Value.Contains(address.Host)).Key : null;

    [GeneratedRegex(@"^[\p{L}\p{Nd}_-]{1,40}\z")]
    private static partial Regex Name();
}
