using Bot.Deliveries;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Topics as admins see them.</summary>
internal static class TopicViews
{
    private const int MostVersions = 10;
    private const int LongestRule = 300;

    public static Message Show(Turn turn, Topic topic, bool isOfFile)
    {
        var draft = new Draft().Bold($"{topic.NameZh} / {topic.NameEn}").Text(turn.Tell("topic.facts", topic.Id, turn.Tell($"priority.{topic.Priority}"), Audience(turn, topic)));
        if (topic.Parent is not null)
        {
            draft.Text(turn.Tell("topic.parent", topic.Parent));
        }

        if (topic.Sources.Count + topic.Places.Count > 0)
        {
            draft.Text(turn.Tell("topic.limits", string.Join(turn.Say("list.comma"), topic.Sources.Concat(topic.Places))));
        }

        return draft
            .Line(new Span(topic.Rule, SpanStyle.Code))
            .Text(turn.Tell(isOfFile ? "topic.of-file" : "topic.of-chat"))
            .Row(new Button(turn.Tell("topic.history"), TapAction.Of("run", "topic", "history " + TopicKey.Of(topic))))
            .Done();
    }

    /// <param name="turn">The turn that is answered.</param>
    /// <param name="id">What was asked for.</param>
    /// <param name="topic">Null where it names no topic that is on.</param>
    /// <param name="versions">The newest first.</param>
    public static Message History(Turn turn, string id, Topic? topic, IReadOnlyList<TopicVersion> versions)
    {
        if (versions.Count == 0)
        {
            return Message.Plain(topic is null ? turn.Tell("topic.none", id) : turn.Tell("history.none", topic.NameIn(turn.Language)));
        }

        var draft = new Draft().Bold(turn.Tell("history.title", versions[0].Topic.NameIn(turn.Language)));
        foreach (var version in versions.Take(MostVersions))
        {
            draft.Gap().Line(new Span(turn.Tell("history.version", version.Number, turn.Moment(version.At), version.Who)))
                .Line(new Span(version.IsOff ? turn.Tell("history.off") : Cut(version.Topic.Rule), SpanStyle.Code));
            if (version.Why.Length > 0)
            {
                draft.Text(turn.Tell("history.why", version.Why));
            }
        }

        return draft.Done();
    }

    public static string Suggestion(Turn turn, Topic topic, TopicSuggestion suggestion)
    {
        if (suggestion.Wanted + suggestion.Unwanted == 0)
        {
            return turn.Tell("suggest.none", topic.NameIn(turn.Language));
        }

        return string.Join('\n', new[]
        {
            turn.Tell("suggest.title", topic.NameIn(turn.Language), suggestion.Wanted, suggestion.Unwanted),
            Words("suggest.for", suggestion.For, suggestion.Wanted, suggestion.Unwanted),
            Words("suggest.against", suggestion.Against, suggestion.Unwanted, suggestion.Wanted),
        }.Where(l => l.Length > 0));

        string Words(string key, IReadOnlyList<SuggestedWord> words, int of, int others) => words.Count == 0
            ? ""
            : turn.Tell(key, string.Join(turn.Say("list.comma"), words.Select(w => turn.Tell("suggest.word", w.Word, w.Has, of, w.OtherHas, others))));
    }

    private static string Audience(Turn turn, Topic topic) => topic.Audience == TopicAudience.Chats
        ? string.Join(turn.Say("list.comma"), topic.Chats)
        : turn.Tell($"audience.{topic.Audience}");

    private static string Cut(string rule) => rule.Length <= LongestRule ? rule : rule[..LongestRule] + "…";
}
