using Bot.Conversation;
using Bot.Deliveries;
using Bot.Texts;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels;

/// <summary>The one message that explains the bot to a group that it was added to.</summary>
internal static class TelegramWelcome
{
    private static readonly Words _words = Words.Of<CommandMenu>("ConversationWords");

    public static bool IsDue(ChatMemberUpdated change) =>
        change.Chat.Type is ChatType.Group or ChatType.Supergroup
        && change.OldChatMember.Status is ChatMemberStatus.Left or ChatMemberStatus.Kicked
        && change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator;

    /// <summary>In the language of whoever added it.</summary>
    public static Deliveries.Message Of(ChatMemberUpdated change)
    {
        var language = LanguageTags.Parse(change.From.LanguageCode);
        return new Draft()
            .Text(_words.Get(language, "group.hello"))
            .Gap()
            .Text(_words.Get(language, "group.hello.how"))
            .Row(new Button(_words.Get(language, "menu.topics"), TapAction.Of("run", "topics")), new Button(_words.Get(language, "settings.title"), TapAction.Of("run", "settings")))
            .Done();
    }
}
