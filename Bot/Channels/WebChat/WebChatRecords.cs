using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels;

/// <summary>A visitor's chat, line by line.</summary>
internal sealed class WebChatRecords : IPersonalRecords
{
    public string Name => "webChat";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        if (chat.Channel != WebChatChannel.ChannelName)
        {
            return new JsonArray();
        }

        var rows = await db.Set<WebMessageRow>().AsNoTracking().Where(m => m.Visitor == chat.Address).OrderBy(m => m.Seq).ToListAsync(cancellationToken);
        return new JsonArray([.. rows.Select(m => new JsonObject
        {
            ["at"] = m.CreatedAt.ToString("O"),
            ["kind"] = m.Kind.ToString(),
            ["content"] = JsonNode.Parse(m.Content),
        })]);
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => chat.Channel == WebChatChannel.ChannelName
        ? db.Set<WebMessageRow>().Where(m => m.Visitor == chat.Address).ExecuteDeleteAsync(cancellationToken)
        : Task.CompletedTask;
}
