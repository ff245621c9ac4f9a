using System.Text.Json.Nodes;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>That a chat is a robot, without its address. It goes with the chat's row.</summary>
internal sealed class RobotRecords : IPersonalRecords
{
    public string Name => "robots";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var robots = await db.Set<RobotRow>().AsNoTracking().Where(r => r.ChatId == chat.Id).ToListAsync(cancellationToken);
        return new JsonArray([.. robots.Select(r => new JsonObject { ["kind"] = r.Kind, ["name"] = r.Name, ["createdAt"] = r.CreatedAt.ToString("O") })]);
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => Task.CompletedTask;
}
