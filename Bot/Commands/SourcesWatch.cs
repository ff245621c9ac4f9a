using Bot.Sources;

namespace Bot.Commands;

/// <summary>
/// Puts a changed <c>sources.yaml</c> in force within seconds. One with a fault is refused whole, and what was in force stays. The file is
/// looked at instead of waiting for the file system's word, which does not come for folders that are mounted into a container.
/// </summary>
internal sealed partial class SourcesWatch(IServiceProvider services, Folders folders, SourceCatalogue catalogue, ILogger<SourcesWatch> logger) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A file is changed in real time, whatever clock the product goes by.
        using var timer = new PeriodicTimer(_look, TimeProvider.System);
        var seen = Stamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Stamp();
            if (now != seen)
            {
                seen = now;
                Apply();
            }
        }
    }

    private void Apply()
    {
        if (Provisioning.Sources(services, folders) is { Count: > 0 } faults)
        {
            Log.Refused(logger, folders.SourcesFile, string.Join('\n', faults));
        }
        else
        {
            Log.InForce(logger, folders.SourcesFile, catalogue.Sources.Count);
        }
    }

    private (DateTime Written, long Length)? Stamp()
    {
        var file = new FileInfo(folders.SourcesFile);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{File} has changed; its {Count} sources are in force")]
        public static partial void InForce(ILogger logger, string file, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "{File} has changed and is refused whole; the sources from before stay in force: {Reason}")]
        public static partial void Refused(ILogger logger, string file, string reason);
    }
}
