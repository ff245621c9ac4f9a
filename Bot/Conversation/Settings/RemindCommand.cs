using System.Globalization;
using Bot.Bulletins.Facts;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Reminders of the dates that bind: <c>/remind courts 5</c>, <c>/remind courts off</c>, or a watch by its rule; alone it lists what is followed, and a tap changes it.</summary>
internal sealed class RemindCommand(TopicCatalogue topics, SubscriberStore subscribers, WatchKeeper watches) : ICommand, ITap
{
    private const int DefaultDays = 3;

    /// <summary>What taps go through, after which there are none again.</summary>
    private static readonly int[] _days = [1, 3, 7];

    public string Name => "remind";

    public IReadOnlyList<string> Aliases => ["提醒", "到期提醒"];

    public int? MenuRank => 55;

    public bool Configures => true;

    public string Verb => "reminding";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(await List(turn, cancellationToken));
        }

        var words = argument.Split((char[])[' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var last = words[^1].ToLowerInvariant();
        var off = last is "off" or "取消" or "解除";
        var days = DaysOf(last);
        var named = words.Length > 1 && (off || days is not null) ? string.Join(' ', words[..^1]) : argument;
        return Reply.With(Message.Plain((topics.Named(named) ?? (await Watches(turn, cancellationToken)).FirstOrDefault(w => w.Rule == named)) is { } topic
            ? await Set(turn, topic, off ? null : days ?? DefaultDays, cancellationToken)
            : turn.Say("latest.no-topic", named)));
    }

    /// <summary><c>reminding:days:key</c>, where 0 days ends them.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if ((topics.ByKey(action.Text(1)) ?? (await Watches(turn, cancellationToken)).FirstOrDefault(w => TopicKey.Of(w) == action.Text(1))) is not { } topic || action.Number(0) is not (>= 0 and <= Reminders.MostDays and var days))
        {
            return new Reply([], await List(turn, cancellationToken), turn.Say("stale"));
        }

        var said = await Set(turn, topic, days == 0 ? null : (int)days, cancellationToken);
        return new Reply([], await List(turn, cancellationToken), said);
    }

    /// <summary>A row for the topic, with each choice of days.</summary>
    public static void Choices(Draft draft, Turn turn, Topic topic) => draft.Row(
        _days.Select(days => new Button(turn.Say("remind.one", topic.NameIn(turn.Language), days), TapAction.Of("reminding", days, TopicKey.Of(topic)))));

    private static int? DaysOf(string word) =>
        int.TryParse(word.TrimEnd('天', 'd'), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Reminders.MostDays ? days : null;

    private async Task<List<Topic>> Watches(Turn turn, CancellationToken cancellationToken) =>
        [.. (await watches.Of(turn.Chat.Id, cancellationToken)).Select(w => WatchTopic.Of(w.Id, w.Rule))];

    private async Task<string> Set(Turn turn, Topic topic, int? days, CancellationToken cancellationToken)
    {
        var name = topic.NameIn(turn.Language);
        if (!await subscribers.Remind(turn.Chat.Id, topic.Id, days, cancellationToken))
        {
            return turn.Say("remind.not-following", name);
        }

        return days is { } before ? turn.Say("remind.set", name, before) : turn.Say("remind.ended", name);
    }

    private async Task<Message> List(Turn turn, CancellationToken cancellationToken)
    {
        var mine = (await subscribers.Subscriptions(turn.Chat.Id, cancellationToken)).ToDictionary(s => s.TopicId);
        var followed = topics.Topics.Concat(await Watches(turn, cancellationToken)).Where(t => mine.ContainsKey(t.Id)).ToList();
        if (followed.Count == 0)
        {
            return new Draft().Text(turn.Say("remind.nothing")).Row(new Button(turn.Say("menu.topics"), TapAction.Of("run", "topics"))).Done();
        }

        var draft = new Draft().Bold(turn.Say("remind.title")).Text(turn.Say("remind.how"));
        foreach (var topic in followed)
        {
            var (name, days) = (topic.NameIn(turn.Language), mine[topic.Id].RemindDays);
            draft.Row(new Button(
                days is { } before ? Draft.Tick + turn.Say("remind.one", name, before) : turn.Say("remind.none", name),
                TapAction.Of("reminding", _days.FirstOrDefault(d => d > (days ?? 0)), TopicKey.Of(topic))));
        }

        return draft.Done();
    }
}
