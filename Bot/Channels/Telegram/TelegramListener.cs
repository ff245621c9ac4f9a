using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels;

/// <summary>
/// Long polling, by one process at a time: what people type and tap becomes the dialogue's business, and its replies go back at once.
/// Updates are acknowledged after they were handled, so none is lost by a crash; one that comes twice asks for the same state twice.
/// </summary>
internal sealed partial class TelegramListener(
    ITelegramBotClient bot,
    TelegramDesk desk,
    TelegramGreeting greeting,
    UpdateStore store,
    Leases leases,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<TelegramListener> logger) : BackgroundService
{
    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _leaseAfterPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _whileHandling = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _look = TimeSpan.FromMinutes(1);

    /// <summary>As many as Telegram shows at once, and how many of them may be slow.</summary>
    private const int MostShown = 100;
    private const int MostPassed = 60;

    private readonly HashSet<int> _stored = [];
    private readonly ConcurrentQueue<int> _left = [];
    private DateTimeOffset _nextLook;

    /// <summary>What Telegram is asked for, by polling and by webhook.</summary>
    public static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var chats = new ChatQueues(desk.Handle, desk.LeftOut, logger);
        try
        {
            await Poll(chats, new UpdateQueue(chats), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await chats.Stop();
    }

    private async Task Poll(ChatQueues chats, UpdateQueue queue, CancellationToken stoppingToken)
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
                    if (greeting.Name is null)
                    {
                        await greeting.Ask(stoppingToken);
                    }

                    listens = true;
                }

                await Remember(chats, queue, stoppingToken);
                var progress = queue.Progress;
                var updates = await bot.GetUpdates(queue.Offset, timeout: (int)options.Value.PollFor.TotalSeconds, allowedUpdates: Kinds, cancellationToken: stoppingToken);
                failing = false;
                if (queue.Add(updates, stoppingToken) == 0 && updates.Length > 0)
                {
                    // All of it is being handled; until some is done, Telegram would only say the same again.
                    await Task.WhenAny(progress, Task.Delay(_whileHandling, clock, stoppingToken));
                    stoppingToken.ThrowIfCancellationRequested();
                    if (!progress.IsCompleted)
                    {
                        await PassSlow(queue, updates, stoppingToken);
                    }
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

    /// <summary>Where slow ones, such as long works, hold up all that is newer, they are stored, so that the others can be acknowledged and no crash loses these.</summary>
    private async Task PassSlow(UpdateQueue queue, Update[] shown, CancellationToken cancellationToken)
    {
        List<Update> slow = [.. shown.Where(u => !queue.IsHandled(u.Id))];
        if (shown.Length < MostShown || slow.Count > MostPassed)
        {
            return;
        }

        foreach (var update in slow)
        {
            await store.Keep(update.Id, JsonSerializer.Serialize(update, JsonBotAPI.Options), cancellationToken);
            _stored.Add(update.Id);
        }

        queue.Pass();
    }

    /// <summary>Forgets what was stored and is handled; now and then takes up what a process that is no more has stored.</summary>
    private async Task Remember(ChatQueues chats, UpdateQueue queue, CancellationToken cancellationToken)
    {
        var handled = _stored.Where(queue.IsHandled).ToList();
        if (handled.Count > 0)
        {
            await store.Handled(handled, cancellationToken);
            _stored.ExceptWith(handled);
        }

        if (clock.GetUtcNow() < _nextLook)
        {
            return;
        }

        _nextLook = clock.GetUtcNow() + _look;
        foreach (var update in await store.TakeUp(cancellationToken))
        {
            chats.Add(update, u => _left.Enqueue(u.Id), cancellationToken);
        }

        while (_left.TryDequeue(out var id))
        {
            await store.Handled([id], cancellationToken);
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
