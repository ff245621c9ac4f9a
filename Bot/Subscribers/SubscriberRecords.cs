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
            ["digestMinute"] = chat.Minute(),
            ["digestDay"] = chat.Day().ToString(),
            ["quietFrom"] = chat.QuietFrom,
            ["quietTo"] = chat.QuietTo,
            ["quietDaysOff"] = chat.QuietDaysOff,
            ["quietHoldsUrgent"] = chat.QuietHoldsUrgent,
            ["length"] = chat.Length.ToString(),
            ["createdAt"] = chat.CreatedAt.ToString("O"),
            ["topics"] = new JsonArray([.. follows.Where(s => !WatchKey.Is(s.TopicId)).Select(s => new JsonObject
            {
                ["topic"] = s.TopicId,
                ["since"] = s.CreatedAt.ToString("O"),
                ["mutedUntil"] = s.MutedUntil?.ToString("O"),
                ["remindsDaysBefore"] = s.RemindDays,
                ["mode"] = s.Mode.ToString(),
                ["places"] = new JsonArray([.. FollowLimits.Parse(s.Limits).Places.Select(p => JsonValue.Create(p))]),
                ["sources"] = new JsonArray([.. FollowLimits.Parse(s.Limits).Sources.Select(p => JsonValue.Create(p))]),
            })]),
        };
    }

    public Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken) => Task.CompletedTask;
}
