using Bot.Bulletins.Places;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Limits a followed topic by typing: <c>/only courts 包头 青禾日报</c>; <c>/only courts</c> shows its page.</summary>
internal sealed class OnlyCommand(TopicCatalogue topics, SourceCatalogue sources, SubscriberStore subscribers, Preferences preferences, FollowedTopic page) : ICommand
{
    public string Name => "only";

    public IReadOnlyList<string> Aliases => ["范围"];

    public int? MenuRank => null;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split((char[])[' ', '\u3000', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Reply.With(Message.Plain(turn.Say("only.how")));
        }

        var (topic, taken) = Named(words);
        if (topic is null)
        {
            return Reply.With(Message.Plain(turn.Say("latest.no-topic", words[0])));
        }

        if (await subscribers.Followed(turn.Chat, topic, cancellationToken) is not { } followed)
        {
            return Reply.With(Message.Plain(turn.Say("mute.not-following", topic.NameIn(turn.Language))));
        }

        var limits = FollowLimits.Parse(followed.Limits);
        foreach (var word in words[taken..])
        {
            if (PlaceOf(word) is { } place)
            {
                limits = limits.Places.Contains(place.Code) ? limits : limits.TogglePlace(place.Code);
            }
            else if (sources.Sources.FirstOrDefault(s => s.Id == word || s.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } source)
            {
                limits = limits.Sources.Contains(source.Id) ? limits : limits.ToggleSource(source.Id);
            }
            else
            {
                return Reply.With(Message.Plain(turn.Say("only.unknown", word)));
            }
        }

        followed.Limits = limits.Stored();
        await preferences.SetLimits(turn.Chat.Id, topic.Id, limits, cancellationToken);
        return Reply.With(page.Compose(turn, topic, followed));
    }

    /// <summary>A topic's name may have several words: the longest beginning that names one.</summary>
    private (Topic? Topic, int Words) Named(string[] words)
    {
        for (var count = words.Length; count > 0; count--)
        {
            if (topics.Named(string.Join(' ', words[..count])) is { } topic)
            {
                return (topic, count);
            }
        }

        return (null, 0);
    }

    /// <summary>The largest place of that name.</summary>
    private static Place? PlaceOf(string word) =>
        Gazetteer.Default.Places.Where(p => p.Name == word || p.ShortNames.Contains(word)).MinBy(p => p.Level);
}
