using System.Globalization;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>Where people find a bulletin's own page: below the public address if one is set, else on the web chat's own site.</summary>
internal sealed class PublicAddress(IOptions<DeliveriesOptions> options)
{
    /// <summary>The web chat's, where everything can be looked up; null where no public address is set.</summary>
    public string? Home => options.Value.PublicUrl?.AbsoluteUri;

    public string Of(long bulletinId) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/')}/b/{bulletinId}");
}
