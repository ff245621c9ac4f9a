using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The topics that a chat may see and follow.</summary>
internal sealed class OpenTopics(TopicCatalogue topics, IDbContextFactory<BotDb> databases)
{
    public async Task<IReadOnlyList<Topic>> For(ChatRow chat, CancellationToken cancellationToken)
    {
        var all = topics.Topics;
        if (all.All(t => t.Audience == TopicAudience.Everyone))
        {
            return all;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await TopicDoors.Open(db, all, chat.Channel, chat.Address, cancellationToken);
    }

    public async Task<bool> IsOpen(ChatRow chat, Topic topic, CancellationToken cancellationToken) =>
        topic.Audience == TopicAudience.Everyone || (await For(chat, cancellationToken)).Any(t => t.Id == topic.Id);
}
