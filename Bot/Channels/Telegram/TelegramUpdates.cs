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
        { Caption: { } caption } => Typed(message, caption),
        _ => null,
    };

    /// <summary>Something that a person sent in private and that has no words in it: a picture, a voice, a place.</summary>
    public static bool IsWordless(TelegramMessage message) => message.Chat.Type == ChatType.Private && message.Type is
        MessageType.Photo or MessageType.Audio or MessageType.Video or MessageType.Voice or MessageType.VideoNote or MessageType.Document or MessageType.Sticker
        or MessageType.Animation or MessageType.Location or MessageType.Venue or MessageType.Contact or MessageType.Poll or MessageType.Dice or MessageType.Story;

    /// <summary>A command with another bot's name behind it, in a group: <c>/start@other_bot</c>.</summary>
    /// <param name="own">The bot's name; null while it is not known.</param>
    public static bool IsForAnother(TelegramMessage message, string? own)
    {
        if (own is null || message.Chat.Type == ChatType.Private || message.Text is not ['/', .. var text])
        {
            return false;
        }

        var word = text.Split(' ', '\n')[0];
        return word.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at && !word[(at + 1)..].Equals(own, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Telegram no longer shows the message under a button, nor the thread that it stood in.</summary>
    public static bool IsLostInForum(TelegramMessage at) => at.Date == default && at.Chat.IsForum;

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

    public static Incoming Wordless(TelegramMessage message) => Typed(message, "") with { IsWordless = true };

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
