using System.Security.Cryptography;
using System.Text;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>
/// Looks at <c>topics.yaml</c> every few seconds and puts what it says in force. A file with a fault is refused whole: the last good
/// state stays, and the fault is logged with its place and told to the admins, once for each text of the file.
/// </summary>
internal sealed partial class TopicsReload(
    TopicBook book, WatchKeeper watches, SetAsideRules setAside, SourceKeeper sources, NoticeBoard notices, AuditTrail audit, IConfiguration configuration, TimeProvider clock, ILogger<TopicsReload> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(2);
    private static readonly Words _words = new("Bot.Pipeline.PipelineWords");

    private readonly string _path = configuration["Topics:File"] ?? "topics.yaml";
    private (DateTime Written, long Length) _stamp;
    private string? _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _seen = await Hash(stoppingToken);
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
                await book.Refresh(stoppingToken);
                await watches.Load(stoppingToken);
                await setAside.Tell(stoppingToken);
                await sources.Load(stoppingToken);
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
            {
                Log.Later(logger, fault);
            }
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        var file = new FileInfo(_path);
        var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (stamp == _stamp || await Hash(cancellationToken) is not { } hash || hash == _seen)
        {
            _stamp = stamp;
            return;
        }

        (_stamp, _seen) = (stamp, hash);
        switch (TopicsFile.Load(_path, Language.En))
        {
            case TopicsFileResult.Loaded(var topics):
                await book.Provide(topics, Path.GetFileName(_path), cancellationToken);
                await audit.Note(Path.GetFileName(_path), "topics.reload", "", $"{topics.Count}", cancellationToken);
                Log.Reloaded(logger, topics.Count);
                break;
            case TopicsFileResult.Refused(var faults):
                Log.Refused(logger, string.Join('\n', faults));
                await notices.Tell(AdminRole.Editor, Refusal, cancellationToken);
                break;
        }
    }

    private string Refusal(Language language) => TopicsFile.Load(_path, language) is TopicsFileResult.Refused(var faults)
        ? _words.Get(language, "topics.refused", string.Join('\n', faults.Select(f => f with { File = Path.GetFileName(f.File) })))
        : "";

    /// <summary>Null where there is no file to read; it is looked for again at the next tick.</summary>
    private async Task<string?> Hash(CancellationToken cancellationToken) =>
        File.Exists(_path) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(_path, cancellationToken)))) : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "topics.yaml was read again: {Count} topics are in force")]
        public static partial void Reloaded(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "topics.yaml is refused, and the topics from before stay in force:\n{Faults}")]
        public static partial void Refused(ILogger logger, string faults);

        [LoggerMessage(LogLevel.Warning, "Topics and watches could not be looked at; tried again in two seconds")]
        public static partial void Later(ILogger logger, Exception fault);
    }
}
