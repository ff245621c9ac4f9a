using Bot.Subscribers;
using Bot.Tests.Conversation;
using Bot.Texts;

namespace Bot.Tests.Subscribers;

public sealed class SubscriberStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_that_speaks_first_from_many_sides_at_once_is_made_once()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var store = world.Get<SubscriberStore>();
        var found = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => store.FindOrCreate("telegram", "42", ChatKind.Private, "en-US", Cancellation), Cancellation)));
        Assert.Single(found.Select(f => f.Chat.Id).Distinct());
        Assert.Single(found, f => f.IsNew);
        Assert.All(found, f => Assert.Equal("en", f.Chat.Language));
    }

    [Fact]
    public async Task Following_twice_adds_once_and_says_what_is_new()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var store = world.Get<SubscriberStore>();
        var chat = (await store.FindOrCreate("web", "a", ChatKind.Web, null, Cancellation)).Chat;
        Assert.Equal(["courts"], await store.Follow(chat.Id, ["courts"], Cancellation));
        Assert.Equal(["lawyers"], await store.Follow(chat.Id, ["courts", "lawyers"], Cancellation));
        await store.Unfollow(chat.Id, ["courts"], Cancellation);
        await store.Unfollow(chat.Id, ["courts"], Cancellation);
        Assert.Equal(["lawyers"], await store.Followed(chat.Id, Cancellation));
    }

    [Fact]
    public async Task Language_and_state_are_kept()
    {
        await using var world = await ConversationWorld.Start(Cancellation);
        var store = world.Get<SubscriberStore>();
        var chat = (await store.FindOrCreate("web", "a", ChatKind.Web, "zh", Cancellation)).Chat;
        await store.SetLanguage(chat.Id, Language.En, Cancellation);
        Assert.True(await store.SetState(chat.Id, ChatState.Stopped, Cancellation));
        Assert.False(await store.SetState(chat.Id, ChatState.Stopped, Cancellation));
        var kept = (await store.FindOrCreate("web", "a", ChatKind.Web, "zh", Cancellation)).Chat;
        Assert.Equal(("en", ChatState.Stopped), (kept.Language, kept.State));
    }
}
