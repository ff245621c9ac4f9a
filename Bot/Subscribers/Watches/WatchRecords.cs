using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>The chat's own rules. Their rows go with the chat's; what they matched is erased too.</summary>
internal sealed class WatchRecords(IWatchIndex index) : IPersonalRecords
{
    public string Name => "watches";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var rows = await db.Set<WatchRow>().AsNoTracking().Where(w => w.ChatId == chat.Id).ToListAsync(cancellationToken);
        return new JsonArray([.. rows.Select(w => new JsonObject { ["rule"] = w.Rule, ["since"] = w.CreatedAt.ToString("O") })]);
    }

    public async Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        foreach (var id in await db.Set<WatchRow>().Where(w => w.ChatId == chat.Id).Select(w => w.Id).ToListAsync(cancellationToken))
        {
            var key = WatchKey.Of(id);
            await db.Set<MatchRow>().Where(m => m.TopicId == key).ExecuteDeleteAsync(cancellationToken);
            index.Remove(id);
        }
    }
}
