using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bot.Tests.Infrastructure;

/// <summary>
/// A web server on 127.0.0.1 that answers as badly as a test wants: below HTTP's rules if need be, byte by byte, or never.
/// A path that no test set up is answered with 404 and remembered.
/// </summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<SiteRequest, SiteAnswer, Task>> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _running = [];
    private readonly Task _accepting;
    private int _open;
    private int _ended;

    public LoopbackSite()
    {
        _listener.Start(512);
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<SiteRequest> Requests { get; } = [];

    /// <summary>The most connections that were open at the same time.</summary>
    public int MostOpen { get; private set; }

    public string Url(string path) => $"http://127.0.0.1:{Port}{path}";

    public void On(string path, Func<SiteRequest, SiteAnswer, Task> answer) => _pages[path] = answer;

    /// <summary>A page that is always the same.</summary>
    public void Page(string path, byte[] body, string contentType = "application/xml", int status = 200, params (string Name, string Value)[] headers) =>
        On(path, (_, answer) => answer.Send(status, body, [("Content-Type", contentType), .. headers]));

    public void Page(string path, string body, string contentType = "application/xml", int status = 200, params (string Name, string Value)[] headers) =>
        Page(path, Encoding.UTF8.GetBytes(body), contentType, status, headers);

    public void Redirect(string path, int status, string to) => On(path, (_, answer) => answer.Send(status, [], ("Location", to)));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_running).WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _running.Add(Serve(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        lock (_pages)
        {
            MostOpen = Math.Max(MostOpen, ++_open);
        }

        try
        {
            using (client)
            {
                var stream = client.GetStream();
                if (await SiteRequest.Read(stream, _stop.Token) is { } request)
                {
                    Requests.Enqueue(request);
                    var page = _pages.GetValueOrDefault(request.Path) ?? ((_, answer) => answer.Send(404, []));
                    await page(request, new SiteAnswer(client, stream, _stop.Token));
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side went away, or the test ended.
        }
        finally
        {
            lock (_pages)
            {
                _open--;
            }
        }
    }
}

/// <param name="Path">With its query.</param>
/// <param name="Headers">Their names in lower case.</param>
public sealed record SiteRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    internal static async Task<SiteRequest?> Read(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
        if (await reader.ReadLineAsync(cancellationToken) is not { } first || first.Split(' ') is not [var method, var path, _])
        {
            return null;
        }

        Dictionary<string, string> headers = [];
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        return new(method, path, headers);
    }
}

/// <summary>One answer in the making.</summary>
public sealed class SiteAnswer(TcpClient client, NetworkStream stream, CancellationToken stopped)
{
    /// <summary>Ends when the test does.</summary>
    public CancellationToken Stopped => stopped;

    public async Task Send(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        await Head(status, [.. headers, ("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture))]);
        await Raw(body);
    }

    public Task Head(int status, params (string Name, string Value)[] headers) =>
        Raw(Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n"));

    public async Task Raw(byte[] bytes) => await stream.WriteAsync(bytes, stopped);

    /// <summary>Nothing more comes, and the connection stays open.</summary>
    public Task Hang() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);

    /// <summary>The connection is torn down in the middle.</summary>
    public void Reset() => client.Client.Close(0);
}
