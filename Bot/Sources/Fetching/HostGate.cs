using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>How many requests run at once, in all and to one host. Whoever waits for a busy host does not take up a place of the others.</summary>
internal sealed class HostGate(IOptions<SourcesOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _all = new(options.Value.RequestsAtOnce);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IDisposable> Enter(string host, CancellationToken cancellationToken)
    {
        var one = _hosts.GetOrAdd(host, _ => new SemaphoreSlim(options.Value.RequestsPerHost));
        await one.WaitAsync(cancellationToken);
        try
        {
            await _all.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            one.Release();
            throw;
        }

        return new Turn(one, _all);
    }

    public void Dispose()
    {
        _all.Dispose();
        foreach (var host in _hosts.Values)
        {
            host.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim one, SemaphoreSlim all) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            one.Release();
        }
    }
}
