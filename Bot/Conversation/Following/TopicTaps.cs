using Bot.Topics;

namespace Bot.Conversation;

/// <summary>A tick in the picker: <c>topic:view:page:on|off:key</c>.</summary>
internal sealed class TopicTap(TopicCatalogue topics, OpenTopics open, Followings followings, TopicPicker picker) : ITap
{
    public string Verb => "topic";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (topics.ByKey(action.Text(3)) is not { } topic || !await open.IsOpen(turn.Chat, topic, cancellationToken))
        {
            return await picker.Show(turn, action, turn.Say("stale"), cancellationToken);
        }

        var on = action.Text(2) == "on";
        await followings.Set(turn.Chat, [topic.Id], on, cancellationToken);
        return await picker.Show(turn, action, turn.Say(on ? "followed" : "unfollowed", topic.NameIn(turn.Language)), cancellationToken);
    }
}

/// <summary>All or none: <c>topics:view:page:on|off</c>.</summary>
internal sealed class AllTopicsTap(OpenTopics topics, Followings followings, TopicPicker picker) : ITap
{
    public string Verb => "topics";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var on = action.Text(2) == "on";
        await followings.Set(turn.Chat, [.. (await topics.For(turn.Chat, cancellationToken)).Select(t => t.Id)], on, cancellationToken);
        return await picker.Show(turn, action, turn.Say(on ? "followed.all" : "unfollowed.all"), cancellationToken);
    }
}

/// <summary>Another page: <c>picker:view:page</c>.</summary>
internal sealed class PickerPageTap(TopicPicker picker) : ITap
{
    public string Verb => "picker";

    public Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        picker.Show(turn, action, null, cancellationToken);
}

internal static class PickerReplies
{
    /// <summary>The tapped picker, as it stands now.</summary>
    public static async Task<Reply> Show(this TopicPicker picker, Turn turn, TapAction action, string? notice, CancellationToken cancellationToken)
    {
        var view = action.Text(0) == "s" ? PickerView.Start : PickerView.Topics;
        return new Reply([], await picker.Compose(turn, view, action.Number(1) ?? 0, cancellationToken), notice);
    }
}
