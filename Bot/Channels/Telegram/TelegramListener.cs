using Bot.Conversation;
using Bot.Deliveries;
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
/// Long polling: what people type and tap becomes the dialogue's business, and its replies go back at once. Updates are acknowledged
/// after they were handled, so none is lost by a crash; one that comes twice asks for the same state twice. One chat is answered in
/// its order, different chats side by side.
/// </summary>
internal sealed partial class TelegramListener(
    ITelegramBotClient bot,
    TelegramChannel channel,
    Dialogue dialogue,
    SubscriberStore subscribers,
    Pacer pacer,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<TelegramListener> logger) : BackgroundService
{
    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(3);
    private static readonly UpdateType[] _kinds = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var offset = 0;
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var updates = await bot.GetUpdates(offset, timeout: (int)options.Value.PollFor.TotalSeconds, allowedUpdates: _kinds, cancellationToken: stoppingToken);
                failing = false;
                await Task.WhenAll(updates.GroupBy(ChatOf).Select(chat => Handle(chat, stoppingToken)));
                offset = updates.Length > 0 ? updates[^1].Id + 1 : offset;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
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
        }
    }

    private static TimeSpan WaitAfter(RequestException fault) =>
        fault is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : _afterFault;

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    private async Task Handle(IEnumerable<Update> updates, CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            try
            {
                await Handle(update, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.UpdateFailed(logger, fault, update.Id);
            }
        }
    }

    private Task Handle(Update update, CancellationToken cancellationToken) => update switch
    {
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

        if (await subscribers.Find(TelegramChannel.ChannelName, address, cancellationToken) is not { } chat)
        {
            return;
        }

        var isIn = change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
        if (isIn && chat.State == ChatState.Suspended)
        {
            await subscribers.SetState(chat.Id, ChatState.Active, cancellationToken);
        }
        else if (!isIn && chat.State == ChatState.Active)
        {
            await subscribers.SetState(chat.Id, ChatState.Suspended, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram gives no updates and is asked again: {Reason}")]
        public static partial void NotReached(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} could not be handled and is left out")]
        public static partial void UpdateFailed(ILogger logger, Exception fault, int update);

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
