using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>The picker; <c>/topics court</c> shows the topics whose names hold the words.</summary>
internal sealed class TopicsCommand(OpenTopics topics, SubscriberStore subscribers, Followings followings, TopicPicker picker) : ICommand, ITap
{
    private const int MostFound = 10;

    public string Name => "topics";

    public IReadOnlyList<string> Aliases => ["主题", "订阅", "关注", "sub", "unsub", "list"];

    public int? MenuRank => 1;

    public string Verb => "found";

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(await picker.Compose(turn, PickerView.Topics, 0, cancellationToken));
        }

        return Reply.With(await Found(turn, argument, cancellationToken) ?? new Draft()
            .Text(turn.Say("latest.no-topic", argument))
            .Row(new Button(turn.Say("menu.topics"), TapAction.Of("picker", (char)PickerView.Topics, 0)))
            .Done());
    }

    /// <summary><c>found:on|off:key</c>: follows one of the topics that were found.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if ((await topics.For(turn.Chat, cancellationToken)).FirstOrDefault(t => TopicKey.Of(t) == action.Text(1)) is not { } topic)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var on = action.Text(0) == "on";
        await followings.Set(turn.Chat, [topic.Id], on, cancellationToken);
        var name = topic.NameIn(turn.Language);
        return new Reply([], await Found(turn, name, cancellationToken), turn.Say(on ? "followed" : "unfollowed", name));
    }

    /// <summary>Null when no name holds the words.</summary>
    private async Task<Message?> Found(Turn turn, string words, CancellationToken cancellationToken)
    {
        var tree = TopicTree.Of(await topics.For(turn.Chat, cancellationToken));
        var found = WithParts(tree, t => Holds(t.NameZh) || Holds(t.NameEn)).Take(MostFound).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        var draft = new Draft().Bold(turn.Say("picker.found", words)).Text(turn.Say("picker.how"));
        foreach (var (topic, isPart) in found)
        {
            var on = followed.Contains(topic.Id);
            draft.Row(new Button((on ? Draft.Tick : "") + (isPart ? "└ " : "") + topic.NameIn(turn.Language), TapAction.Of("found", on ? "off" : "on", TopicKey.Of(topic))));
        }

        return draft.Row(new Button(turn.Say("picker.every"), TapAction.Of("picker", (char)PickerView.Topics, 0))).Done();

        bool Holds(string name) => name.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>In the tree's order: what is found, and the parts of what is found.</summary>
    private static IEnumerable<(Topic Topic, bool IsPart)> WithParts(IReadOnlyList<(Topic Topic, int Depth)> tree, Func<Topic, bool> isFound)
    {
        var under = int.MaxValue;
        foreach (var (topic, depth) in tree)
        {
            if (depth > under)
            {
                yield return (topic, true);
                continue;
            }

            under = isFound(topic) ? depth : int.MaxValue;
            if (under == depth)
            {
                yield return (topic, false);
            }
        }
    }
}
