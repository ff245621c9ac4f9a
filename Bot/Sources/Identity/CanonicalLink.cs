using System.Collections.Frozen;
using Bot.Sources.Markup;

namespace Bot.Sources.Identity;

/// <summary>One spelling for all addresses that lead to the same page: no tracking, fragment, default port or case of the host.</summary>
internal static class CanonicalLink
{
    private static readonly FrozenSet<string> _tracking = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id",
        "spm", "scm", "share_token", "share_source", "share_medium", "share_from", "share_plat", "sharefrom", "bdshare", "from_source", "isappinstalled", "nsukey",
        "_openstat", "oly_enc_id", "oly_anon_id", "wickedid", "s_cid", "ref_src", "ref_url", "__s", "feature_share", "at_medium", "at_campaign", "piwik_campaign", "hmsr", "hmpl", "hmcu", "hmkw", "hmci",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] _trackingPrefixes = ["utm_", "pk_", "mtm_", "matomo_", "hsa_", "itm_", "stm_"];

    /// <summary>The link itself where it is no web address.</summary>
    public static string Of(string link)
    {
        link = link.Trim();
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return link;
        }

        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = uri.AbsolutePath.Length == 0 ? "/" : uri.AbsolutePath;
        return $"{uri.Scheme}://{WebAddress.HostOf(uri).ToLowerInvariant().TrimEnd('.')}{port}{path}{Query(uri.Query)}{Fragment(uri.Fragment)}";
    }

    private static string Query(string query)
    {
        if (query.Length < 2)
        {
            return "";
        }

        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).ToArray();
        return kept.Length == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static bool IsTracking(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? parameter : parameter[..end];
        return _tracking.Contains(name) || Array.Exists(_trackingPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A fragment that is a route of the site (#/ or #!) names another page; every other names a place in this one.</summary>
    private static string Fragment(string fragment) =>
        fragment.StartsWith("#/", StringComparison.Ordinal) || fragment.StartsWith("#!", StringComparison.Ordinal) ? fragment : "";
}
