using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Follows and unfollows on a person's behalf.</summary>
internal sealed class Followings(SubscriberStore subscribers)
{
    public async Task Set(ChatRow chat, IReadOnlyCollection<string> topicIds, bool on, CancellationToken cancellationToken)
    {
        if (on)
        {
            await subscribers.Follow(chat.Id, topicIds, cancellationToken);
        }
        else
        {
            await subscribers.Unfollow(chat.Id, topicIds, cancellationToken);
        }
    }
}
