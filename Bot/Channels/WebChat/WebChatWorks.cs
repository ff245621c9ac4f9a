using System.Data.Common;
using System.Threading.Channels;

namespace Bot.Channels;

/// <summary>Carries out what takes longer than an HTTP answer may, a few at a time.</summary>
internal sealed partial class WebChatWorks(ILogger<WebChatWorks> logger) : BackgroundService
{
    private const int SideBySide = 4;

    private readonly Channel<Func<CancellationToken, Task>> _works = System.Threading.Channels.Channel.CreateUnbounded<Func<CancellationToken, Task>>();

    public void Add(Func<CancellationToken, Task> work) => _works.Writer.TryWrite(work);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var work in _works.Reader.ReadAllAsync(stoppingToken))
            {
                await Done(work, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task Done(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (DbException fault)
        {
            Log.NotWritten(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What a visitor asked for could not be written into the chat; the visitor has to ask again")]
        public static partial void NotWritten(ILogger logger, Exception fault);
    }
}
