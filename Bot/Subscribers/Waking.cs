namespace Bot.Subscribers;

/// <summary>Once a minute, wakes the chats that rested until now.</summary>
internal sealed partial class Waking(SubscriberStore subscribers, TimeProvider clock, ILogger<Waking> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await subscribers.Wake(stoppingToken);
            }
            catch (System.Data.Common.DbException exception)
            {
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Resting chats could not be woken; tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
