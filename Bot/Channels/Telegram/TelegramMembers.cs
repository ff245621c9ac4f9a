using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Message = Bot.Deliveries.Message;

namespace Bot.Channels;

/// <summary>The bot is let into chats, put out of them and let in again; groups get other numbers.</summary>
internal sealed class TelegramMembers(SubscriberStore subscribers, DeliveryStore deliveries, DeliverySignal signal, ChannelDesk channels)
{
    /// <summary>The bot was blocked or removed, or let in again.</summary>
    /// <returns>What is to be said about it, and where; null for nothing.</returns>
    public async Task<(string Address, (bool Group, Message Message) Said)?> Changed(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var address = new TelegramAddress(change.Chat.Id, null).ToString();
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
            else if (chat.State == ChatState.Active)
            {
                await subscribers.SetState(chat.Id, ChatState.Suspended, cancellationToken);
            }
        }

        if (TelegramWelcome.IsDue(change))
        {
            return (address, (true, TelegramWelcome.Of(change)));
        }

        return change is { Chat.Type: ChatType.Channel, NewChatMember.Status: ChatMemberStatus.Administrator, OldChatMember.Status: not ChatMemberStatus.Administrator }
            ? (new TelegramAddress(change.From.Id, null).ToString(),
                (false, await channels.Added(TelegramChannel.ChannelName, address, change.Chat.Title, change.From.LanguageCode, cancellationToken)))
            : null;
    }

    /// <summary>A group became a supergroup: it goes on under a new number, with its threads.</summary>
    public async Task Migrate(long from, long to, CancellationToken cancellationToken)
    {
        foreach (var chat in await subscribers.FindAll(TelegramChannel.ChannelName, new TelegramAddress(from, null).ToString(), cancellationToken))
        {
            await deliveries.Move(chat.Id, (TelegramAddress.Parse(chat.Address) with { Chat = to }).ToString(), cancellationToken);
        }
    }
}
