using System.Globalization;
using Bot.Conversation;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels;

/// <summary>Asks Telegram who runs a group. An administrator who writes anonymously speaks as the group itself.</summary>
internal sealed class TelegramRoles(ITelegramBotClient bot) : IChatRoles
{
    public string Channel => TelegramChannel.ChannelName;

    public async Task<bool> IsAdministrator(string address, string person, CancellationToken cancellationToken)
    {
        var chat = TelegramAddress.Parse(address).Chat;
        var id = long.Parse(person, CultureInfo.InvariantCulture);
        if (id == chat)
        {
            return true;
        }

        try
        {
            return id > 0 && (await bot.GetChatMember(chat, id, cancellationToken)).Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
        }
        catch (ApiRequestException)
        {
            // Who cannot be found in the group does not run it.
            return false;
        }
    }
}
