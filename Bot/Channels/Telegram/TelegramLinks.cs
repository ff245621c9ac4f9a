using Bot.Conversation;

namespace Bot.Channels;

/// <summary>Telegram's deep links, by the name that the token's bot has.</summary>
internal sealed class TelegramLinks(TelegramGreeting greeting) : IStartLinks
{
    public string Channel => TelegramChannel.ChannelName;

    public string? Link(string start) => greeting.Name is { } name ? $"https://t.me/{name}?start={start}" : null;
}
