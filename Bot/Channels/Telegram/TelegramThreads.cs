using System.Globalization;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>In which thread of a forum a message stood, from what was delivered.</summary>
internal sealed class TelegramThreads(BotDbFactory databases)
{
    /// <returns>The address of the chat or its thread; null where the message was no delivery.</returns>
    public async Task<string?> Of(long chat, int message, CancellationToken cancellationToken)
    {
        var general = new TelegramAddress(chat, null).ToString();
        var threads = general + "/";
        var id = message.ToString(CultureInfo.InvariantCulture);
        await using var db = databases.CreateDbContext();
        return await db.Set<ChatRow>()
            .Where(c => c.Channel == TelegramChannel.ChannelName && (c.Address == general || c.Address.StartsWith(threads))
                && db.Set<DeliveryRow>().Any(d => d.ChatId == c.Id && d.MessageId == id))
            .Select(c => c.Address)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
