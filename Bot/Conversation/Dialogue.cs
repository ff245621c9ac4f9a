using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>
/// Answers what people type and tap, the same in every channel. It finds the chat (a new one is made by its first word),
/// finds the command or the button's tap, and lets it answer. A chat is answered in the order in which it spoke.
/// </summary>
internal sealed partial class Dialogue(
    SubscriberStore subscribers, CommandMenu menu, IEnumerable<ITap> taps, GroupRights rights, SearchCommand search, ILogger<Dialogue> logger)
{
    private readonly ChatLanes _lanes = new();
    private readonly Dictionary<string, ITap> _taps = taps.ToDictionary(t => t.Verb, StringComparer.Ordinal);

    public async Task<Reply> Answer(Incoming incoming, CancellationToken cancellationToken)
    {
        using var lane = await _lanes.Enter(incoming.Channel, incoming.Address, cancellationToken);
        try
        {
            var (chat, _) = await subscribers.FindOrCreate(
                incoming.Channel, incoming.Address, incoming.Kind, incoming.LanguageHint, cancellationToken);
            var turn = new Turn(chat, incoming, menu);
            return incoming.Action is { } action
                ? await Tapped(turn, TapAction.Parse(action), cancellationToken)
                : await Typed(turn, TypedText.Read(incoming.Text ?? ""), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, incoming.Channel, exception);
            var apology = Words.Of<Dialogue>("ConversationWords").Get(LanguageTags.Parse(incoming.LanguageHint), "failed");
            return incoming.Action is null ? Reply.With(Message.Plain(apology)) : new Reply([], Notice: apology);
        }
    }

    private async Task<Reply> Tapped(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!_taps.TryGetValue(action.Verb, out var tap))
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        return tap.Configures && !await rights.MayConfigure(turn.Incoming, cancellationToken)
            ? new Reply([], Notice: turn.Say("group.admins-only"))
            : await tap.Tap(turn, action, cancellationToken);
    }

    private async Task<Reply> Typed(Turn turn, TypedText typed, CancellationToken cancellationToken)
    {
        if (menu.Find(typed.Word) is { } command)
        {
            return command.Configures && !await rights.MayConfigure(turn.Incoming, cancellationToken)
                ? Reply.With(Message.Plain(turn.Say("group.admins-only")))
                : await command.Run(turn, typed.Argument, cancellationToken);
        }

        if (typed.IsCommand)
        {
            return Reply.With(Message.Plain(menu.Nearest(typed.Word) is { } nearest ? turn.Say("unknown.nearest", nearest) : turn.Say("unknown")));
        }

        // People in a group talk to each other.
        return turn.Chat.Kind is ChatKind.Group ? Reply.Nothing : await search.Run(turn, typed.Word, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An answer to a chat of {Channel} failed; the person was told to try again")]
        public static partial void Failed(ILogger logger, string channel, Exception exception);
    }
}
