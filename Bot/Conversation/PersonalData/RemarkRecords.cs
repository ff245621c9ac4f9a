using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>What the chat found beside the point. It goes with the chat's row.</summary>
internal sealed class RemarkRecords : IPersonalRecords
{
    public string Name => "notRelevant";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var rows = await db.Set<RemarkRow>().AsNoTracking().Where(r => r.ChatId == chat.Id).ToListAsync(cancellationToken);
        return new JsonArray([.. rows.Select(r => new JsonObject { ["bulletin"] = r.BulletinId, ["saidAt"] = r.CreatedAt.ToString("O") })]);
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => Task.CompletedTask;
}
