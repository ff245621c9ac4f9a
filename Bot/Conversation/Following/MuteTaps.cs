using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Less of this: <c>mute:bulletin</c> asks which of its topics, and for how long.</summary>
internal sealed class MuteTap(TopicCatalogue topics, SubscriberStore subscribers, WatchKeeper watches, BulletinShelf shelf) : ITap
{
    private static readonly int[] _days = [1, 7, 30];

    public string Verb => "mute";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var id = action.Number(0) ?? 0;
        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        var matches = (await shelf.Matches([id], cancellationToken))[id].ToList();
        var own = (await watches.Of(turn.Chat.Id, cancellationToken)).Where(w => matches.Any(m => m.TopicId == WatchKey.Of(w.Id))).ToList();
        var mine = matches
            .Select(m => topics.Find(m.TopicId)).OfType<Topic>().Where(t => followed.Contains(t.Id)).ToList();
        if (mine.Count + own.Count == 0)
        {
            return new Reply([], Notice: turn.Say("mute.not-followed"));
        }

        var draft = new Draft().Text(turn.Say("mute.how-long"));
        foreach (var topic in mine)
        {
            var name = topic.NameIn(turn.Language);
            draft.Row(_days.Select(days => new Button(
                turn.Say("mute.days", name, days), TapAction.Of("mute-topic", days, TopicKey.Of(topic)))));
            draft.Row(new Button(turn.Say("unfollow", name), TapAction.Of("unfollow", TopicKey.Of(topic))));
        }

        foreach (var watch in own)
        {
            draft.Row(new Button(turn.Tell("watch.stop.named", WatchTopic.Short(watch.Rule)), TapAction.Of("unwatch", watch.Id)));
        }

        return Reply.With(draft.Done());
    }
}

/// <summary><c>mute-topic:days:key</c>.</summary>
internal sealed class MuteTopicTap(TopicCatalogue topics, SubscriberStore subscribers, TimeProvider clock) : ITap
{
    public string Verb => "mute-topic";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (topics.ByKey(action.Text(1)) is not { } topic || action.Number(0) is not (> 0 and <= 365 and var days))
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var until = clock.GetUtcNow().AddDays(days);
        var name = topic.NameIn(turn.Language);
        var said = await subscribers.Mute(turn.Chat.Id, topic.Id, until, cancellationToken)
            ? turn.Say("muted", name, turn.Moment(until))
            : turn.Say("unfollowed", name);
        return new Reply([], Message.Plain(said), said);
    }
}

/// <summary><c>unfollow:key</c>.</summary>
internal sealed class UnfollowTap(TopicCatalogue topics, Followings followings) : ITap
{
    public string Verb => "unfollow";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (topics.ByKey(action.Text(0)) is not { } topic)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        await followings.Set(turn.Chat, [topic.Id], on: false, cancellationToken);
        var said = turn.Say("unfollowed", topic.NameIn(turn.Language));
        return new Reply([], Message.Plain(said), said);
    }
}
