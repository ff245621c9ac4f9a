using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Quiet for one topic: <c>/mute courts 7d</c>, <c>/mute courts off</c>; alone it lists what is followed.</summary>
internal sealed class MuteCommand(TopicCatalogue topics, SubscriberStore subscribers, TimeProvider clock) : ICommand, ITap
{
    private const int DefaultDays = 7;

    public string Name => "mute";

    public IReadOnlyList<string> Aliases => ["静音"];

    public int? MenuRank => 60;

    public bool Configures => true;

    public string Verb => "muting";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0 || (Days.Read(argument) is not null && topics.Named(argument) is null))
        {
            return Reply.With(await List(turn, cancellationToken));
        }

        var words = argument.Split((char[])[' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var last = words[^1].ToLowerInvariant();
        var off = last is "off" or "取消" or "解除";
        var length = off ? TimeSpan.Zero : Days.Read(last);
        var named = words.Length > 1 && length is not null ? string.Join(' ', words[..^1]) : argument;
        if (topics.Named(named) is not { } topic)
        {
            return Reply.With(Message.Plain(turn.Say("latest.no-topic", named)));
        }

        var until = off ? (DateTimeOffset?)null : clock.GetUtcNow() + (words.Length > 1 && length is { } typed ? typed : TimeSpan.FromDays(DefaultDays));
        var name = topic.NameIn(turn.Language);
        if (!await subscribers.Mute(turn.Chat.Id, topic.Id, until, cancellationToken))
        {
            return Reply.With(Message.Plain(turn.Say("mute.not-following", name)));
        }

        return Reply.With(Message.Plain(until is { } end ? turn.Say("muted", name, turn.Moment(end)) : turn.Say("unmuted", name)));
    }

    /// <summary><c>muting:days:key</c>, where 0 days ends the silence.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (topics.ByKey(action.Text(1)) is not { } topic || action.Number(0) is not (>= 0 and <= 365 and var days))
        {
            return new Reply([], await List(turn, cancellationToken), turn.Say("stale"));
        }

        var until = days == 0 ? (DateTimeOffset?)null : clock.GetUtcNow().AddDays(days);
        await subscribers.Mute(turn.Chat.Id, topic.Id, until, cancellationToken);
        var name = topic.NameIn(turn.Language);
        return new Reply([], await List(turn, cancellationToken), until is { } end ? turn.Say("muted", name, turn.Moment(end)) : turn.Say("unmuted", name));
    }

    private async Task<Message> List(Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mine = (await subscribers.Subscriptions(turn.Chat.Id, cancellationToken)).ToDictionary(s => s.TopicId);
        var followed = topics.Topics.Where(t => mine.ContainsKey(t.Id)).ToList();
        if (followed.Count == 0)
        {
            return new Draft().Text(turn.Say("mute.nothing")).Row(new Button(turn.Say("menu.topics"), TapAction.Of("run", "topics"))).Done();
        }

        var draft = new Draft().Bold(turn.Say("mute.title")).Text(turn.Say("mute.how"));
        foreach (var topic in followed)
        {
            var until = mine[topic.Id].MutedUntil;
            var name = topic.NameIn(turn.Language);
            var muted = until > now;
            draft.Row(muted
                ? new Button(turn.Say("mute.until", name, turn.Moment(until!.Value)), TapAction.Of("muting", 0, TopicKey.Of(topic)))
                : new Button(name, TapAction.Of("muting", DefaultDays, TopicKey.Of(topic))));
        }

        return draft.Done();
    }
}
