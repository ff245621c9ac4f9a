using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>What is followed, each with how it comes: <c>modes:page</c>.</summary>
internal sealed class ModesTap(TopicCatalogue topics, SubscriberStore subscribers) : ITap
{
    public string Verb => "modes";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        new([], await List(turn, action.Number(0) ?? 0, cancellationToken));

    private async Task<Message> List(Turn turn, long page, CancellationToken cancellationToken)
    {
        var mine = (await subscribers.Subscriptions(turn.Chat.Id, cancellationToken)).ToDictionary(s => s.TopicId);
        var followed = topics.Topics.Where(t => mine.ContainsKey(t.Id)).ToList();
        var back = new Button(turn.Say("picker.every"), TapAction.Of("picker", (char)PickerView.Topics, 0));
        if (followed.Count == 0)
        {
            return new Draft().Text(turn.Say("mute.nothing")).Row(back).Done();
        }

        var pages = (followed.Count + TopicPicker.PageSize - 1) / TopicPicker.PageSize;
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(turn.Say("modes.title")).Text(turn.Say("modes.how"));
        foreach (var topic in followed.Skip((int)page * TopicPicker.PageSize).Take(TopicPicker.PageSize))
        {
            var follow = mine[topic.Id];
            var label = topic.NameIn(turn.Language) + (follow.Mode == FollowMode.AtOnce ? " · " + turn.Say("mode.at-once") : "") + FollowedTopic.Marks(turn, follow);
            draft.Row(new Button(label, TapAction.Of("mode", TopicKey.Of(topic))));
        }

        List<Button> turning = [];
        if (page > 0)
        {
            turning.Add(new Button(turn.Say("page.back"), TapAction.Of("modes", page - 1)));
        }

        if (page < pages - 1)
        {
            turning.Add(new Button(turn.Say("page.next", page + 2, pages), TapAction.Of("modes", page + 1)));
        }

        return draft.Row(turning).Row(back).Done();
    }
}

/// <summary>One followed topic: <c>mode:key</c> shows it, <c>mode:key:number</c> sets how it comes.</summary>
internal sealed class ModeTap(TopicCatalogue topics, SubscriberStore subscribers, Preferences preferences, FollowedTopic page) : ITap
{
    public string Verb => "mode";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (topics.ByKey(action.Text(0)) is not { } topic || await subscribers.Followed(turn.Chat, topic, cancellationToken) is not { } followed)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        if (action.Number(1) is not (>= 0 and <= (int)FollowMode.Weekly and var number))
        {
            return new Reply([], page.Compose(turn, topic, followed));
        }

        followed.Mode = (FollowMode)number;
        await preferences.SetMode(turn.Chat.Id, topic.Id, followed.Mode, cancellationToken);
        return new Reply([], page.Compose(turn, topic, followed), turn.Say("mode.set", topic.NameIn(turn.Language), turn.Say(FollowedTopic.Word(followed.Mode))));
    }
}

internal static class FollowedTopics
{
    /// <summary>How the chat follows the topic; null where it does not.</summary>
    public static async Task<SubscriptionRow?> Followed(this SubscriberStore subscribers, ChatRow chat, Topic topic, CancellationToken cancellationToken) =>
        (await subscribers.Subscriptions(chat.Id, cancellationToken)).FirstOrDefault(s => s.TopicId == topic.Id);
}
