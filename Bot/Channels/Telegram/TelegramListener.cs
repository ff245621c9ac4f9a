using System.Data.Common;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Message = Bot.Deliveries.Message;
using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>
/// Long polling, by one process at a time: what people type and tap becomes the dialogue's business, and its replies go back at once.
/// Updates are acknowledged after they were handled, so none is lost by a crash; one that comes twice asks for the same state twice. One
/// chat is answered in its order, different chats side by side, and a slow one holds up nobody (<see cref="UpdateQueue"/>).
/// </summary>
internal sealed partial class TelegramListener(
    ITelegramBotClient bot,
    TelegramChannel channel,
    Dialogue dialogue,
    SubscriberStore subscribers,
    DeliveryStore deliveries,
    DeliverySignal signal,
    Leases leases,
    Pacer pacer,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<TelegramListener> logger) : BackgroundService
{
    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _leaseAfterPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _whileHandling = TimeSpan.FromMilliseconds(200);
    private static readonly UpdateType[] _kinds = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var queue = new UpdateQueue(Handle, logger);
        try
        {
            await Poll(queue, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await queue.Stop();
    }

    private async Task Poll(UpdateQueue queue, CancellationToken stoppingToken)
    {
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await leases.Hold($"poll:{channel.Name}", options.Value.PollFor + _leaseAfterPoll, stoppingToken))
                {
                    await Task.Delay(_afterFault, clock, stoppingToken);
                    continue;
                }

                var updates = await bot.GetUpdates(queue.Offset, timeout: (int)options.Value.PollFor.TotalSeconds, allowedUpdates: _kinds, cancellationToken: stoppingToken);
                failing = false;
                if (queue.Add(updates, stoppingToken) == 0 && updates.Length > 0)
                {
                    // All of it is being handled; until some is done, Telegram would only say the same again.
                    await Task.Delay(_whileHandling, clock, stoppingToken);
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

    private Task Handle(Update update, CancellationToken cancellationToken) => update switch
    {
        { Message: { MigrateToChatId: { } to } left } => Migrate(left.Chat.Id, to, cancellationToken),
        { Message.Text: { } text } => Answer(TelegramUpdates.Typed(update.Message, text), null, cancellationToken),
        { CallbackQuery: { Message: { } at, Data: { } data } tap } => Answer(TelegramUpdates.Tapped(tap, at, data), tap, cancellationToken),
        { MyChatMember: { } change } => Member(change, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task Answer(Incoming incoming, CallbackQuery? tap, CancellationToken cancellationToken)
    {
        var reply = await dialogue.Answer(incoming, cancellationToken);
        if (tap is not null)
        {
            await Acknowledge(tap, reply.Notice, cancellationToken);
        }

        if (reply.Edited is { } edited && incoming.MessageId is { } messageId)
        {
            pacer.Spend(channel, incoming.Address, incoming.Kind == ChatKind.Group);
            Log.IfNotSent(logger, await channel.Edit(incoming.Address, messageId, edited, cancellationToken));
        }

        foreach (var message in reply.Messages)
        {
            pacer.Spend(channel, incoming.Address, incoming.Kind == ChatKind.Group);
            Log.IfNotSent(logger, await Send(incoming.Address, message, cancellationToken));
        }
    }

    /// <summary>A reply is worth one more try when Telegram only asks for a moment's patience.</summary>
    private async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        var outcome = await channel.Send(address, message, cancellationToken);
        if (outcome is not SendOutcome.Later(var after, _, _) || after > TimeSpan.FromSeconds(30))
        {
            return outcome;
        }

        await Task.Delay(after, clock, cancellationToken);
        return await channel.Send(address, message, cancellationToken);
    }

    private async Task Acknowledge(CallbackQuery tap, string? notice, CancellationToken cancellationToken)
    {
        try
        {
            await bot.AnswerCallbackQuery(tap.Id, notice, cancellationToken: cancellationToken);
        }
        catch (RequestException)
        {
            // The tap is too old to be answered; what it asked for was done.
        }
    }

    /// <summary>The bot was blocked or removed, or let in again.</summary>
    private async Task Member(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var address = new TelegramAddress(change.Chat.Id, null).ToString();
        if (TelegramWelcome.IsDue(change))
        {
            pacer.Spend(channel, address, isGroup: true);
            Log.IfNotSent(logger, await Send(address, TelegramWelcome.Of(change), cancellationToken));
        }

        var isIn = change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Creator
            || change.NewChatMember is ChatMemberRestricted { IsMember: true };
        foreach (var chat in await subscribers.FindAll(TelegramChannel.ChannelName, address, cancellationToken))
        {
            if (isIn)
            {
                await subscribers.CameBack(chat.Id, cancellationToken);
                await deliveries.Revive(chat.Id, cancellationToken);
                signal.Raise();
            }
            else if (!isIn && chat.State == ChatState.Active)
            {
                await subscribers.SetState(chat.Id, ChatState.Suspended, cancellationToken);
            }
        }
    }

    /// <summary>A group became a supergroup: it goes on under a new number, with its threads.</summary>
    private async Task Migrate(long from, long to, CancellationToken cancellationToken)
    {
        foreach (var chat in await subscribers.FindAll(TelegramChannel.ChannelName, new TelegramAddress(from, null).ToString(), cancellationToken))
        {
            await deliveries.Move(chat.Id, (TelegramAddress.Parse(chat.Address) with { Chat = to }).ToString(), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram gives no updates and is asked again: {Reason}")]
        public static partial void NotReached(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; Telegram is asked for updates again when it does")]
        public static partial void NoDatabase(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply was not sent: {Outcome}")]
        private static partial void NotSent(ILogger logger, SendOutcome outcome);

        public static void IfNotSent(ILogger logger, SendOutcome outcome)
        {
            if (outcome is not SendOutcome.Accepted)
            {
                NotSent(logger, outcome);
            }
        }
    }
}
