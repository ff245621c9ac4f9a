using System.Globalization;
using Bot.Conversation;
using Bot.Subscribers;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace Bot.Channels;

/// <summary>Telegram's updates in the conversation's terms.</summary>
internal static class TelegramUpdates
{
    /// <summary>A channel that was picked or forwarded stands for its command; null for what says nothing to the conversation.</summary>
    public static Incoming? Typed(TelegramMessage message) => message switch
    {
        { ChatShared: { } shared } => Typed(message, Channel(shared.ChatId)),
        { Chat.Type: ChatType.Private, ForwardOrigin: MessageOriginChannel { Chat: { } from } } => Typed(message, Channel(from.Id)),
        { Text: { } text } => Typed(message, text),
        _ => null,
    };

    private static string Channel(long id) => string.Create(CultureInfo.InvariantCulture, $"/{ChannelCommand.CommandName} {id}");

    private static Incoming Typed(TelegramMessage message, string text) => new()
    {
        Channel = TelegramChannel.ChannelName,
        Address = AddressOf(message),
        Kind = KindOf(message.Chat.Type),
        Person = message.SenderChat?.Id.ToString(CultureInfo.InvariantCulture) ?? message.From?.Id.ToString(CultureInfo.InvariantCulture),
        Text = text,
        LanguageHint = message.From?.LanguageCode,
    };

    public static Incoming Tapped(CallbackQuery tap, TelegramMessage at, string action) => new()
    {
        Channel = TelegramChannel.ChannelName,
        Address = AddressOf(at),
        Kind = KindOf(at.Chat.Type),
        Person = tap.From.Id.ToString(CultureInfo.InvariantCulture),
        Action = action,
        MessageId = at.Id.ToString(CultureInfo.InvariantCulture),
        LanguageHint = tap.From.LanguageCode,
    };

    private static string AddressOf(TelegramMessage message) =>
        new TelegramAddress(message.Chat.Id, message.IsTopicMessage ? message.MessageThreadId : null).ToString();

    private static ChatKind KindOf(ChatType type) => type switch
    {
        ChatType.Private => ChatKind.Private,
        ChatType.Channel => ChatKind.Broadcast,
        _ => ChatKind.Group,
    };
}
