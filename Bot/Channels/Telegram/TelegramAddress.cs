using System.Globalization;

namespace Bot.Channels;

/// <summary>A Telegram chat, or a thread of a forum, as it stands in <c>chats.Address</c>: <c>-100123</c> or <c>-100123/7</c>.</summary>
internal readonly record struct TelegramAddress(long Chat, int? Thread)
{
    public static TelegramAddress Parse(string address)
    {
        var parts = address.Split('/');
        return new(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null);
    }

    public override string ToString() =>
        Thread is { } thread
            ? string.Create(CultureInfo.InvariantCulture, $"{Chat}/{thread}")
            : Chat.ToString(CultureInfo.InvariantCulture);
}
