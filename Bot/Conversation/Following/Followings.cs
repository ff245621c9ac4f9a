using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversation;

/// <summary>Follows and unfollows on a person's behalf.</summary>
internal sealed class Followings(SubscriberStore subscribers, IDbContextFactory<BotDb> databases, DeliverySignal signal, IOptions<DeliveriesOptions> options, TimeProvider clock)
{
    public async Task Set(ChatRow chat, IReadOnlyCollection<string> topicIds, bool on, CancellationToken cancellationToken)
    {
        if (on)
        {
            var before = clock.GetUtcNow();
            if (await subscribers.Follow(chat.Id, topicIds, cancellationToken) is { Count: > 0 })
            {
                await CatchUp(chat.Id, before, cancellationToken);
            }
        }
        else
        {
            await subscribers.Unfollow(chat.Id, topicIds, cancellationToken);
        }
    }

    /// <summary>What was published last on the new topics is owed at once: a new follower sees what there will be.</summary>
    private async Task CatchUp(long chatId, DateTimeOffset followedAt, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await FanOut.CatchUp(db, chatId, followedAt, options.Value.CatchUp, now - options.Value.CatchUpWithin, now, cancellationToken) > 0)
        {
            signal.Raise();
        }
    }
}
