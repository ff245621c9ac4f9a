using Bot.Bulletins.Places;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>The page of one followed topic: how it comes, and where it counts.</summary>
internal sealed class FollowedTopic(SourceCatalogue sources)
{
    public Message Compose(Turn turn, Topic topic, SubscriptionRow followed)
    {
        var key = TopicKey.Of(topic);
        var limits = FollowLimits.Parse(followed.Limits);
        var draft = new Draft()
            .Bold(topic.NameIn(turn.Language))
            .Text(turn.Say("mode.is", turn.Say(Word(followed.Mode))))
            .Text(limits.Places.Count == 0 ? turn.Say("limits.everywhere") : turn.Say("limits.places", Join(turn, limits.Places.Select(PlaceName))))
            .Text(limits.Sources.Count == 0 ? turn.Say("limits.every-source") : turn.Say("limits.sources", Join(turn, limits.Sources.Select(SourceName))));
        if (followed.Mode is FollowMode.Daily or FollowMode.Weekly)
        {
            draft.Text(turn.Say("mode.when", DigestTexts.Of(turn, followed.Mode)));
        }

        draft.Row(new[] { FollowMode.AtOnce, FollowMode.Silent }.Select(Choice)).Row(new[] { FollowMode.Daily, FollowMode.Weekly }.Select(Choice));
        return draft
            .Row(
                new Button(turn.Say("limits.choose-places"), TapAction.Of("limits", key, "p", 0)),
                new Button(turn.Say("limits.choose-sources"), TapAction.Of("limits", key, "s", 0)))
            .Row(
                new Button(turn.Say("unfollow", topic.NameIn(turn.Language)), TapAction.Of("unfollow", key)),
                new Button(turn.Say("modes.back"), TapAction.Of("modes", 0)))
            .Done();

        Button Choice(FollowMode mode) => new(
            (mode == followed.Mode ? Draft.Tick : "") + turn.Say(Word(mode)), TapAction.Of("mode", key, (int)mode));
    }

    /// <summary>What is special about how it is followed, behind its name; nothing for at once and everywhere.</summary>
    public static string Marks(Turn turn, SubscriptionRow followed) =>
        (followed.Mode == FollowMode.AtOnce ? "" : " · " + turn.Say(Word(followed.Mode))) + (followed.Limits is null ? "" : " · " + turn.Say("limits.mark"));

    public static string Word(FollowMode mode) => mode switch
    {
        FollowMode.Silent => "mode.silent",
        FollowMode.Daily => "mode.daily",
        FollowMode.Weekly => "mode.weekly",
        _ => "mode.at-once",
    };

    public static string PlaceName(string code) => Gazetteer.Default.ByCode(code)?.Name ?? code;

    public string SourceName(string id) => sources.Find(id)?.Name ?? id;

    private static string Join(Turn turn, IEnumerable<string> names) => string.Join(turn.Say("list.comma"), names);
}
