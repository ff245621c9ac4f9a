using System.Globalization;
using Bot.Conversation;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels;

/// <summary>Telegram's broadcast channels, by number, by <c>@name</c> or by link.</summary>
internal sealed class TelegramBroadcasts(ITelegramBotClient bot) : IBroadcastChannels
{
    private static readonly string[] _links = ["https://t.me/", "http://t.me/", "t.me/"];

    public string Channel => TelegramChannel.ChannelName;

    public async Task<BroadcastChannel?> Find(string named, CancellationToken cancellationToken)
    {
        var name = _links.FirstOrDefault(l => named.StartsWith(l, StringComparison.OrdinalIgnoreCase)) is { } link ? "@" + named[link.Length..].Trim('/') : named;
        if (!name.StartsWith('@') && !long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        try
        {
            var chat = await bot.GetChat(name, cancellationToken);
            return chat.Type == ChatType.Channel
                ? new BroadcastChannel(new TelegramAddress(chat.Id, null).ToString(), chat.Title ?? name, await MayPost(chat.Id, cancellationToken))
                : null;
        }
        catch (ApiRequestException)
        {
            return null;
        }
    }

    private async Task<bool> MayPost(long chat, CancellationToken cancellationToken)
    {
        try
        {
            return await bot.GetChatMember(chat, bot.BotId, cancellationToken) is ChatMemberOwner or ChatMemberAdministrator { CanPostMessages: true };
        }
        catch (ApiRequestException)
        {
            return false;
        }
    }
}
