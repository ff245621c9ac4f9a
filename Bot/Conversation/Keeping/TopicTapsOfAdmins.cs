using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Saves a change that was shown: <c>topicsave:code</c>.</summary>
internal sealed class TopicSaveTap(PendingTopics pending, TopicBook book, TopicCommand command, AdminDesk desk) : ITap
{
    public string Verb => "topicsave";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!await desk.Is(turn, AdminRole.Editor, cancellationToken) || pending.Take(action.Text(0), AdminDesk.Who(turn)) is not { } change)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var who = AdminDesk.Who(turn);
        var made = change.IsNew
            ? await book.Create(change.Topic, who, change.Why, cancellationToken)
            : await book.Edit(change.Topic, who, change.Why, cancellationToken);
        return new Reply([], Message.Plain(await command.Done(turn, change.IsNew ? "topic.new" : "topic.edit", change.Topic.Id, made, cancellationToken)));
    }
}

/// <summary>Forgets it: <c>topicdrop:code</c>.</summary>
internal sealed class TopicDropTap(PendingTopics pending) : ITap
{
    public string Verb => "topicdrop";

    public Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        pending.Take(action.Text(0), AdminDesk.Who(turn));
        return Task.FromResult(new Reply([], Message.Plain(turn.Tell("topic.dropped"))));
    }
}

/// <summary>An admin's word on whether a topic should have a bulletin: <c>mark:on|off:bulletin:key</c>.</summary>
internal sealed class MarkTap(TopicSuggestions suggestions, TopicCatalogue topics, AdminDesk desk) : ITap
{
    public string Verb => "mark";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!await desk.Is(turn, AdminRole.Editor, cancellationToken) || topics.ByKey(action.Text(2)) is not { } topic || action.Number(1) is not { } bulletin)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        await suggestions.Mark(topic.Id, bulletin, action.Text(0) == "on", AdminDesk.Who(turn), cancellationToken);
        return new Reply([], Notice: turn.Tell("mark.done", topic.NameIn(turn.Language)));
    }
}
