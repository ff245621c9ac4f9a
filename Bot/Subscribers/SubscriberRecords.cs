using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

internal sealed class SubscriberRecords : IPersonalRecords
{
    public string Name => "chat";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var follows = await db.Set<SubscriptionRow>().AsNoTracking().Where(s => s.ChatId == chat.Id).ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["channel"] = chat.Channel,
            ["address"] = chat.Address,
            ["kind"] = chat.Kind.ToString(),
            ["state"] = chat.State.ToString(),
            ["stateReason"] = chat.StateReason,
            ["restsUntil"] = chat.RestsUntil?.ToString("O"),
            ["language"] = chat.Language,
            ["timeZone"] = chat.TimeZone,
            ["createdAt"] = chat.CreatedAt.ToString("O"),
            ["topics"] = new JsonArray([.. follows.Where(s => !WatchKey.Is(s.TopicId)).Select(s => new JsonObject
            {
                ["topic"] = s.TopicId,
                ["since"] = s.CreatedAt.ToString("O"),
                ["mutedUntil"] = s.MutedUntil?.ToString("O"),
                ["remindsDaysBefore"] = s.RemindDays,
            })]),
        };
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => Task.CompletedTask;
}
