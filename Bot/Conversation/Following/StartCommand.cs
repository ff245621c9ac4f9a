using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Says who we are and what is kept, and lets topics be picked. A stopped chat is back with it; <c>/start topic_lawyers</c> from a link follows at once.</summary>
internal sealed class StartCommand(TopicCatalogue topics, OpenTopics open, TopicInvites invites, SubscriberStore subscribers, Followings followings, TopicPicker picker) : ICommand
{
    private const string TopicLink = "topic_";

    public string Name => "start";

    public IReadOnlyList<string> Aliases => ["开始", "你好", "hello", "hi"];

    public int? MenuRank => null;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        List<Message> messages = [];
        if (turn.Chat.State != ChatState.Active && await subscribers.SetState(turn.Chat.Id, ChatState.Active, cancellationToken))
        {
            messages.Add(Message.Plain(turn.Say("start.back")));
        }

        if (TopicInvites.CodeOf(argument) is { } code)
        {
            var joined = await invites.Accept(code, turn.Chat, cancellationToken);
            messages.Add(Message.Plain(joined is not null && topics.Find(joined) is { } mine ? turn.Tell("topic.joined", mine.NameIn(turn.Language)) : turn.Say("start.no-topic")));
        }

        if (argument.StartsWith(TopicLink, StringComparison.Ordinal))
        {
            if ((topics.Find(argument[TopicLink.Length..]) ?? topics.ByKey(argument[TopicLink.Length..])) is { } topic && await open.IsOpen(turn.Chat, topic, cancellationToken))
            {
                await followings.Set(turn.Chat, [topic.Id], on: true, cancellationToken);
                messages.Add(Message.Plain(turn.Say("followed.now", topic.NameIn(turn.Language))));
            }
            else
            {
                messages.Add(Message.Plain(turn.Say("start.no-topic")));
            }
        }

        messages.Add(await picker.Compose(turn, PickerView.Start, 0, cancellationToken));
        return new Reply(messages);
    }
}
