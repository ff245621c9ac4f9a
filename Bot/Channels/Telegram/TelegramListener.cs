using System.Data.Common;
using Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels;

/// <summary>
/// Long polling, by one process at a time: what people type and tap becomes the dialogue's business, and its replies go back at once.
/// Updates are acknowledged after they were handled, so none is lost by a crash; one that comes twice asks for the same state twice.
/// </summary>
internal sealed partial class TelegramListener(
    ITelegramBotClient bot,
    TelegramDesk desk,
    Leases leases,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<TelegramListener> logger) : BackgroundService
{
    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _leaseAfterPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _whileHandling = TimeSpan.FromMilliseconds(200);

    /// <summary>What Telegram is asked for, by polling and by webhook.</summary>
    public static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var chats = new ChatQueues(desk.Handle, desk.LeftOut, logger);
        try
        {
            await Poll(new UpdateQueue(chats), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await chats.Stop();
    }

    private async Task Poll(UpdateQueue queue, CancellationToken stoppingToken)
    {
        var (failing, listens) = (false, false);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await leases.Hold($"poll:{TelegramChannel.ChannelName}", options.Value.PollFor + _leaseAfterPoll, stoppingToken))
                {
                    await Task.Delay(_afterFault, clock, stoppingToken);
                    continue;
                }

                if (!listens)
                {
                    // A webhook from before would keep all updates away; without one this does nothing.
                    await bot.DeleteWebhook(cancellationToken: stoppingToken);
                    listens = true;
                }

                var progress = queue.Progress;
                var updates = await bot.GetUpdates(queue.Offset, timeout: (int)options.Value.PollFor.TotalSeconds, allowedUpdates: Kinds, cancellationToken: stoppingToken);
                failing = false;
                if (queue.Add(updates, stoppingToken) == 0 && updates.Length > 0)
                {
                    // All of it is being handled; until some is done, Telegram would only say the same again.
                    await Task.WhenAny(progress, Task.Delay(_whileHandling, clock, stoppingToken));
                    stoppingToken.ThrowIfCancellationRequested();
                }
            }
            catch (RequestException fault)
            {
                if (!failing)
                {
                    Log.NotReached(logger, fault.Message);
                    failing = true;
                }

                await Task.Delay(WaitAfter(fault), clock, stoppingToken);
            }
            catch (DbException fault)
            {
                Log.NoDatabase(logger, fault);
                await Task.Delay(_afterFault, clock, stoppingToken);
            }
        }
    }

    private static TimeSpan WaitAfter(RequestException fault) =>
        fault is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : _afterFault;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram gives no updates and is asked again: {Reason}")]
        public static partial void NotReached(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; Telegram is asked for updates again when it does")]
        public static partial void NoDatabase(ILogger logger, Exception fault);
    }
}
