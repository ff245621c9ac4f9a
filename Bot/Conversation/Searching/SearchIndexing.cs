namespace Bot.Conversation;

/// <summary>Takes new bulletins into the search index beforehand, so that nobody's search has to wait for many of them.</summary>
internal sealed partial class SearchIndexing(SearchIndex index, TimeProvider clock, ILogger<SearchIndexing> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        do
        {
            try
            {
                await index.TakeIn(stoppingToken);
            }
            catch (System.Data.Common.DbException exception)
            {
                Log.Failed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "New bulletins could not be taken into the search index; tried again in half a minute")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
