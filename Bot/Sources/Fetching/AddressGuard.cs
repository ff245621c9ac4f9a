using System.Net;
using System.Net.Sockets;

namespace Bot.Sources.Fetching;

/// <summary>Which addresses a source may lead to: public ones, unless the settings say more. Judged after DNS, for the very address that is connected to.</summary>
internal sealed class AddressGuard
{
    private static readonly IPNetwork[] _notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "100.100.100.200/32",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork _nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork _sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork _compatible = IPNetwork.Parse("::/96");

    private readonly bool _all;
    private readonly IPNetwork[] _allowed;

    public AddressGuard(SourcesOptions options)
    {
        _all = options.AllowPrivateAddresses;
        _allowed = [.. options.AllowedNetworks.Select(n => IPNetwork.Parse(n.Contains('/') ? n : n + (n.Contains(':') ? "/128" : "/32")))];
    }

    public bool Allows(IPAddress address) => _all || IsPublic(address) || Array.Exists(_allowed, n => n.Contains(Plain(address)));

    /// <summary>Not loopback, private, link-local, carrier-grade NAT, multicast, reserved, documentation or a cloud's metadata, in whatever form it is written.</summary>
    public static bool IsPublic(IPAddress address)
    {
        address = Plain(address);
        if (Array.Exists(_notPublic, n => n.Contains(address)))
        {
            return false;
        }

        return Embedded(address) is not { } inner || IsPublic(inner);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes())
        : address;

    /// <summary>The IPv4 address that a translator or a tunnel would reach; null for all others.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return _nat64.Contains(address) || _compatible.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : _sixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }
}
