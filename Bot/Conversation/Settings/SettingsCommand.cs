using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>Language and clock: <c>/settings</c> shows and changes them by buttons, <c>/settings Asia/Urumqi</c> takes any zone.</summary>
internal sealed class SettingsCommand(SubscriberStore subscribers, Preferences preferences, PlanSettings plans) : ICommand, ITap
{
    private static readonly string[] _zones = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Europe/London", "America/New_York", "UTC"];

    public string Name => "settings";

    public IReadOnlyList<string> Aliases => ["设置", "set", "lang"];

    public int? MenuRank => 50;

    public bool Configures => true;

    public string Verb => "set";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(Show(turn));
        }

        if (await plans.Typed(turn, argument, cancellationToken) is { } planned)
        {
            return planned;
        }

        if (!argument.Contains('\0', StringComparison.Ordinal) && await subscribers.SetTimeZone(turn.Chat.Id, argument, cancellationToken))
        {
            return Reply.With(Show(await With(turn, argument, cancellationToken)));
        }

        return Reply.With(Message.Plain(turn.Say("settings.no-zone", argument)));
    }

    /// <summary><c>set:language:en</c>, <c>set:zone:Asia/Urumqi</c>.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        switch (action.Text(0))
        {
            case "language":
                var language = LanguageTags.Parse(action.Text(1));
                await subscribers.SetLanguage(turn.Chat.Id, language, cancellationToken);
                var spoken = turn with { Language = language };
                return new Reply([], Show(spoken), spoken.Say("language.set"));
            case "zone" when await subscribers.SetTimeZone(turn.Chat.Id, action.Text(1), cancellationToken):
                var moved = await With(turn, action.Text(1), cancellationToken);
                return new Reply([], Show(moved), moved.Say("settings.done"));
            case "":
                return new Reply([], Show(turn));
            default:
                return new Reply([], Show(turn), turn.Say("stale"));
        }
    }

    private static Message Show(Turn turn)
    {
        var english = turn.Language == Language.En;
        return new Draft()
            .Bold(turn.Say("settings.title"))
            .Text(turn.Say("settings.language"))
            .Text(turn.Say("settings.zone", ZoneName(turn, turn.Chat.TimeZone)))
            .Text(turn.Say("settings.digest", DigestTexts.Of(turn, FollowMode.Daily), DigestTexts.Of(turn, FollowMode.Weekly)))
            .Text(turn.Say("settings.quiet", DigestTexts.Quiet(turn)))
            .Text(turn.Say("settings.length", turn.Say(PlanSettings.LengthWord(turn.Chat.Length))))
            .Gap()
            .Text(turn.Say("settings.how"))
            .Row(
                new Button((english ? "" : Draft.Tick) + "中文", TapAction.Of("set", "language", "zh")),
                new Button((english ? Draft.Tick : "") + "English", TapAction.Of("set", "language", "en")))
            .Row(_zones[..3].Select(Zone))
            .Row(_zones[3..].Select(Zone))
            .Row(
                new Button(turn.Say("plan.digest"), TapAction.Of("plan", "digest")),
                new Button(turn.Say("plan.quiet"), TapAction.Of("plan", "quiet")),
                new Button(turn.Say("plan.length"), TapAction.Of("plan", "length")))
            .Row(
                new Button(turn.Say("menu.topics"), TapAction.Of("run", "topics")),
                new Button(turn.Say("settings.remind"), TapAction.Of("run", "remind")),
                new Button(turn.Say("settings.mute"), TapAction.Of("run", "mute")),
                new Button(turn.Say("settings.pause"), TapAction.Of("run", "pause")))
            .Done();

        Button Zone(string zone) => new(
            (zone == turn.Chat.TimeZone ? Draft.Tick : "") + ZoneName(turn, zone), TapAction.Of("set", "zone", zone));
    }

    private static string ZoneName(Turn turn, string zone) => _zones.Contains(zone) ? turn.Say("zone." + zone) : zone;

    /// <summary>Quiet hours are the new zone's from now on.</summary>
    private async Task<Turn> With(Turn turn, string zone, CancellationToken cancellationToken)
    {
        turn.Chat.TimeZone = zone;
        await preferences.Save(turn.Chat, cancellationToken);
        return turn;
    }
}
