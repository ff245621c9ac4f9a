using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// A server on 127.0.0.1 with a feed at every number: three in four answer well, of which a third slowly; the fourth hangs, drips,
/// never ends, is a bomb, turns in circles, breaks off, lies about its packing, or refuses. Runs in a process of its own, so that its memory is its own.
/// </summary>
internal static class HostileSite
{
    public const int Kinds = 10;

    /// <summary>What each bad kind does, by its number.</summary>
    public static readonly string[] Names = ["never answers", "drips", "never ends", "gzip bomb", "redirects in circles", "breaks off", "broken brotli", "404", "500", "leads to 10.0.0.1"];

    private static readonly byte[] _bomb = Bomb();

    public static bool IsBad(int number) => number % 4 == 3;

    public static int KindOf(int number) => number / 4 % Kinds;

    /// <summary>Until its input ends; the port is its first line of output.</summary>
    public static async Task Run()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        using var stop = new CancellationTokenSource();
        listener.Start(1024);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        var end = Task.Run(Console.In.ReadToEnd);
        while (!end.IsCompleted)
        {
            var client = listener.AcceptTcpClientAsync(stop.Token).AsTask();
            if (await Task.WhenAny(client, end) == client)
            {
                _ = Serve(await client, stop.Token);
            }
        }

        await stop.CancelAsync();
    }

    private static async Task Serve(TcpClient client, CancellationToken stop)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop))?.Split(' ').ElementAtOrDefault(1);
                while (await reader.ReadLineAsync(stop) is { Length: > 0 })
                {
                }

                var number = int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture);
                await (IsBad(number) ? Bad(client, stream, number, stop) : Good(stream, number, stop));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or FormatException)
        {
            // Whoever asked went away.
        }
    }

    private static async Task Good(NetworkStream stream, int number, CancellationToken stop)
    {
        var random = new Random(number);
        var items = string.Concat(Enumerable.Range(0, 3).Select(n => $"<item><title>第{number}号来源公告之{n}</title><guid>{number}-{n}</guid><description>{FeedCorpus.Text(random, 400, 500)}</description></item>"));
        var feed = Encoding.UTF8.GetBytes($"<rss version='2.0'><channel><title>{number}</title>{items}</channel></rss>");
        await Head(stream, 200, stop, $"Content-Type: text/xml\r\nContent-Length: {feed.Length}");
        foreach (var part in number % 3 == 0 ? feed.Chunk(600) : [feed])
        {
            await stream.WriteAsync(part, stop);
            await Task.Delay(TimeSpan.FromMilliseconds(number % 3 == 0 ? 20 : 0), TimeProvider.System, stop);
        }
    }

    private static async Task Bad(TcpClient client, NetworkStream stream, int number, CancellationToken stop)
    {
        switch (KindOf(number))
        {
            case 0:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                break;
            case 1:
                await Head(stream, 200, stop);
                while (true)
                {
                    await stream.WriteAsync(" "u8.ToArray(), stop);
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
                }

            case 2:
                await Head(stream, 200, stop);
                while (true)
                {
                    await stream.WriteAsync(new byte[64 * 1024], stop);
                }

            case 3:
                await Head(stream, 200, stop, $"Content-Encoding: gzip\r\nContent-Length: {_bomb.Length}");
                await stream.WriteAsync(_bomb, stop);
                break;
            case 4:
                await Head(stream, 302, stop, $"Location: /{number}\r\nContent-Length: 0");
                break;
            case 5:
                await Head(stream, 200, stop, "Content-Length: 5000");
                await stream.WriteAsync(new byte[100], stop);
                client.Client.Close(0);
                break;
            case 6:
                await Head(stream, 200, stop, "Content-Encoding: br\r\nContent-Length: 4");
                await stream.WriteAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }, stop);
                break;
            case 7:
                await Head(stream, 404, stop, "Content-Length: 0");
                break;
            case 8:
                await Head(stream, 500, stop, "Content-Length: 0");
                break;
            default:
                await Head(stream, 302, stop, "Location: http://10.0.0.1/\r\nContent-Length: 0");
                break;
        }
    }

    private static async Task Head(NetworkStream stream, int status, CancellationToken stop, string headers = "Content-Type: text/xml") =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n{headers}\r\n\r\n"), stop);

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[256 * 1024 * 1024]);
        }

        return packed.ToArray();
    }
}
