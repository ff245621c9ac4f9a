using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>Connects for HttpClient: looks the host up itself and connects to the very addresses that it judged, so no second look-up can answer otherwise.</summary>
internal sealed class GuardedConnection(IOptions<SourcesOptions> options)
{
    private readonly AddressGuard _guard = new(options.Value);

    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = options.Value.AnswerLimit,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = options.Value.RequestsPerHost,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        UseProxy = options.Value.Proxy is not null,
        Proxy = options.Value.Proxy is { } proxy ? new WebProxy(proxy) : null,
        ConnectCallback = Connect,
    };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);

        // The proxy is the admin's own choice; what it may reach is its own to judge.
        var isProxy = options.Value.Proxy is { } proxy && string.Equals(proxy.Host, host, StringComparison.OrdinalIgnoreCase) && proxy.Port == context.DnsEndPoint.Port;
        IPAddress[] allowed = isProxy ? addresses : Array.FindAll(addresses, _guard.Allows);
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
