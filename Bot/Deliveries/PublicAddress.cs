using System.Globalization;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>Where people find a bulletin's own page: below the public address if one is set, else on the web chat's own site.</summary>
internal sealed class PublicAddress(IOptions<DeliveriesOptions> options)
{
    public string Of(long bulletinId) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/')}/b/{bulletinId}");
}
