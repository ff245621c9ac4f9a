using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>Broadcast channels and who may configure them.</summary>
internal sealed class ChannelDesk(SubscriberStore subscribers, GroupRights rights, IEnumerable<IBroadcastChannels> channels)
{
    private const int MostListed = 50;
    private static readonly Words _words = Words.Of<ChannelDesk>("ConversationWords");

    /// <summary>What a person who let the bot into a channel is told.</summary>
    public async Task<Message> Added(string channel, string address, string? title, string? languageHint, CancellationToken cancellationToken)
    {
        var chat = await Keep(channel, new BroadcastChannel(address, title ?? address, MayPost: true), languageHint, cancellationToken);
        return Page(chat, LanguageTags.Parse(languageHint), "channel.added");
    }

    /// <returns>The channel, when it is one, the bot may post in it, and the person runs it; or the key of what is missing.</returns>
    public async Task<(ChatRow? Chat, string? Missing)> Find(Turn turn, string named, CancellationToken cancellationToken)
    {
        if (channels.FirstOrDefault(c => c.Channel == turn.Incoming.Channel) is not { } known)
        {
            return (null, "channel.nowhere");
        }

        if (await known.Find(named, cancellationToken) is not { } found)
        {
            return (null, "channel.none");
        }

        if (!found.MayPost)
        {
            return (null, "channel.no-post");
        }

        return await rights.MayConfigure(turn.Incoming with { Kind = ChatKind.Broadcast, Address = found.Address }, cancellationToken)
            ? (await Keep(known.Channel, found, turn.Language.Tag(), cancellationToken), null)
            : (null, "channel.not-yours");
    }

    /// <summary>The channel that a button acts for; null when it is gone, or not the person's any more.</summary>
    public async Task<ChatRow?> Find(Incoming incoming, long chatId, CancellationToken cancellationToken) =>
        await subscribers.Find(chatId, cancellationToken) is { Kind: ChatKind.Broadcast } chat && chat.Channel == incoming.Channel
        && await rights.MayConfigure(incoming with { Kind = ChatKind.Broadcast, Address = chat.Address }, cancellationToken)
            ? chat
            : null;

    public async Task<IReadOnlyList<ChatRow>> Mine(Incoming incoming, CancellationToken cancellationToken)
    {
        List<ChatRow> mine = [];
        foreach (var chat in await subscribers.OfKind(incoming.Channel, ChatKind.Broadcast, MostListed, cancellationToken))
        {
            if (await rights.MayConfigure(incoming with { Kind = ChatKind.Broadcast, Address = chat.Address }, cancellationToken))
            {
                mine.Add(chat);
            }
        }

        return mine;
    }

    public bool Has(string channel) => channels.Any(c => c.Channel == channel);

    /// <summary>What can be set for a channel.</summary>
    public static Message Page(ChatRow chat, Language language, string key)
    {
        return new Draft()
            .Bold("📣 " + (chat.Title ?? chat.Address))
            .Text(_words.Get(language, key))
            .Row(Run("menu.topics", "topics"), Run("settings.title", "settings"))
            .Row(Run("settings.mute", "mute"), Run("settings.pause", "pause"), Run("menu.stop", "stop"))
            .Done();

        Button Run(string label, string command) => new(_words.Get(language, label), OnBehalf.Action(chat, TapAction.Of("run", command)));
    }

    private async Task<ChatRow> Keep(string channel, BroadcastChannel found, string? languageHint, CancellationToken cancellationToken)
    {
        var (chat, _) = await subscribers.FindOrCreate(channel, found.Address, ChatKind.Broadcast, languageHint, cancellationToken);
        if (chat.Title != found.Title)
        {
            await subscribers.SetTitle(chat.Id, chat.Title = found.Title, cancellationToken);
        }

        return chat;
    }
}
