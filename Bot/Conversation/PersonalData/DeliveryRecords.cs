using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>What was sent to the chat and what is owed. It goes with the chat's row.</summary>
internal sealed class DeliveryRecords : IPersonalRecords
{
    public string Name => "deliveries";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var rows = await db.Set<DeliveryRow>().AsNoTracking().Where(d => d.ChatId == chat.Id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        return new JsonArray([.. rows.Select(d => new JsonObject
        {
            ["bulletin"] = d.BulletinId,
            ["kind"] = d.Kind.ToString(),
            ["state"] = d.State.ToString(),
            ["createdAt"] = d.CreatedAt.ToString("O"),
            ["sentAt"] = d.SentAt?.ToString("O"),
            ["message"] = d.MessageId,
            ["readAt"] = d.ReadAt?.ToString("O"),
            ["reason"] = d.Reason,
        })]);
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => Task.CompletedTask;
}
