using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>The newest bulletins of what the chat follows, or of the topic that is named.</summary>
internal sealed class LatestCommand(TopicCatalogue topics, OpenTopics open, SubscriberStore subscribers, BulletinShelf shelf, BulletinList list) : ICommand, ITap
{
    private const int PageSize = BulletinList.PageSize;

    public string Name => "latest";

    public IReadOnlyList<string> Aliases => ["最新", "news"];

    public int? MenuRank => 2;

    public string Verb => "latest";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(await Compose(turn, null, 0, cancellationToken));
        }

        return topics.Named(argument) is { } topic && await open.IsOpen(turn.Chat, topic, cancellationToken)
            ? Reply.With(await Compose(turn, topic, 0, cancellationToken))
            : Reply.With(new Draft()
                .Text(turn.Say("latest.no-topic", argument))
                .Row(new Button(turn.Say("menu.topics"), TapAction.Of("run", "topics")))
                .Done());
    }

    /// <summary><c>latest:page</c> or <c>latest:page:key</c>.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var topic = action.Text(1).Length == 0 ? null : topics.ByKey(action.Text(1));
        return topic is null && action.Text(1).Length > 0
            ? new Reply([], Notice: turn.Say("stale"))
            : new Reply([], await Compose(turn, topic, (int)Math.Min(action.Number(0) ?? 0, 10_000), cancellationToken));
    }

    private async Task<Message> Compose(Turn turn, Topic? topic, int page, CancellationToken cancellationToken)
    {
        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        string[] wanted = topic is not null ? [topic.Id] : [.. followed.Count > 0 ? followed : (await open.For(turn.Chat, cancellationToken)).Select(t => t.Id)];
        var found = await shelf.Latest(wanted, page * PageSize, PageSize + 1, cancellationToken);
        var draft = new Draft().Bold(
            topic is not null ? turn.Say("latest.title.topic", topic.NameIn(turn.Language))
            : followed.Count > 0 ? turn.Say("latest.title")
            : turn.Say("latest.title.all"));
        if (found.Count == 0)
        {
            return draft.Text(turn.Say(page == 0 ? "latest.none" : "latest.end")).Row(Paging(turn, topic, page, more: false)).Done();
        }

        await list.Add(turn, draft, [.. found.Take(PageSize)], page * PageSize, [], cancellationToken);
        return draft.Row(Paging(turn, topic, page, found.Count > PageSize)).Done();
    }

    private static IEnumerable<Button> Paging(Turn turn, Topic? topic, int page, bool more)
    {
        if (page > 0)
        {
            yield return Page("latest.newer", page - 1);
        }

        if (more)
        {
            yield return Page("latest.older", page + 1);
        }

        Button Page(string key, int to) => new(
            turn.Say(key), topic is null ? TapAction.Of("latest", to) : TapAction.Of("latest", to, TopicKey.Of(topic)));
    }
}
