using System.Text.Json.Nodes;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Conversation;

public sealed class PersonalDataTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task My_data_is_a_file_with_all_that_is_stored()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var screen = world.Chat();
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Send("irrelevant:2", null, Cancellation);
        await screen.Type("/mydata", Cancellation);
        var file = screen.Last.File!;
        Assert.Equal("faxun-2026-03-02.json", file.Name);
        var data = JsonNode.Parse(file.Text)!;
        Assert.Equal("minors", (string?)data["chat"]!["topics"]![0]!["topic"]);
        Assert.Equal(2, (int)data["deliveries"]![0]!["bulletin"]!);
        Assert.Equal(2, (int)data["notRelevant"]![0]!["bulletin"]!);
    }

    [Fact]
    public async Task Forgetting_one_chat_leaves_nothing_of_it_and_all_of_the_others()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var leaving = world.Chat("leaving");
        var staying = world.Chat("staying");
        foreach (var screen in new[] { leaving, staying })
        {
            await screen.Type("/start topic_minors", Cancellation);
            await screen.Send("irrelevant:2", null, Cancellation);
        }

        await leaving.Type("/forgetme", Cancellation);
        await leaving.Tap("全部删除", Cancellation);
        await using var db = world.Database();
        Assert.Equal("staying", (await db.Set<ChatRow>().SingleAsync(Cancellation)).Address);
        Assert.Equal(1, await db.Set<SubscriptionRow>().CountAsync(Cancellation));
        Assert.Equal(1, await db.Set<DeliveryRow>().CountAsync(Cancellation));
        Assert.Equal(1, await db.Set<RemarkRow>().CountAsync(Cancellation));
    }

    [Fact]
    public async Task Every_table_that_names_a_chat_belongs_to_what_is_handed_out()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        await using var db = world.Database();
        var naming = db.Model.GetEntityTypes()
            .Where(e => e.GetProperties().Any(p => p.Name is "ChatId" or "Visitor"))
            .Select(e => e.GetTableName()!)
            .Order(StringComparer.Ordinal);
        // A new one here needs an IPersonalRecords of its own, or a place in one that exists.
        Assert.Equal(["deliveries", "remarks", "robots", "subscriptions", "watches", "web_messages"], naming);
    }
}
