using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>
/// Answers what people type and tap, the same in every channel. It finds the chat (a new one is made by its first word),
/// finds the command or the button's tap, and lets it answer. A chat is answered in the order in which it spoke.
/// </summary>
internal sealed partial class Dialogue(
    SubscriberStore subscribers, CommandMenu menu, IEnumerable<ITap> taps, GroupRights rights, ChannelDesk channels, SearchCommand search, TimeProvider clock, ILogger<Dialogue> logger)
{
    private static readonly TimeSpan _betweenProgress = TimeSpan.FromSeconds(2);

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
            var reply = incoming.Action is { } action ? await Tapped(turn, action, cancellationToken) : await Typed(turn, TypedText.Read(incoming.Text ?? ""), cancellationToken);
            return reply.Work is { } work ? reply with { Work = (tell, token) => Worked(turn, work, tell, token) } : reply;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, incoming.Channel, exception);
            var apology = Words.Of<Dialogue>("ConversationWords").Get(LanguageTags.Parse(incoming.LanguageHint), "failed");
            return incoming.Action is null ? Reply.With(Message.Plain(apology)) : new Reply([], Notice: apology);
        }
    }

    /// <summary>A work that fails says so where its answer was to be; how far it is is shown now and then only.</summary>
    private async Task<Reply> Worked(Turn turn, LongWork work, Func<Message, Task> tell, CancellationToken cancellationToken)
    {
        var told = clock.GetUtcNow();
        try
        {
            return await work(Tell, cancellationToken) with { Below = Message.Plain(turn.Say("work.below")) };
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, turn.Incoming.Channel, exception);
            return new Reply([], Message.Plain(turn.Say("failed")));
        }

        Task Tell(Message message)
        {
            if (clock.GetUtcNow() - told < _betweenProgress)
            {
                return Task.CompletedTask;
            }

            told = clock.GetUtcNow();
            return tell(message);
        }
    }

    private async Task<Reply> Tapped(Turn turn, string action, CancellationToken cancellationToken)
    {
        if (OnBehalf.Read(action) is var (chatId, acted))
        {
            return await channels.Find(turn.Incoming, chatId, cancellationToken) is { } chat
                ? OnBehalf.For(chat, await Tapped(turn with { Chat = chat }, TapAction.Parse(acted), cancellationToken))
                : new Reply([], Notice: turn.Say("channel.not-yours"));
        }

        var reply = await Tapped(turn, TapAction.Parse(action), cancellationToken);
        return turn.Incoming.Kind == ChatKind.Broadcast ? OnBehalf.Aside(reply) : reply;
    }

    private async Task<Reply> Tapped(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!_taps.TryGetValue(action.Verb, out var tap))
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        if (turn.Chat.State == ChatState.Barred && tap is not ForgetMeCommand)
        {
            return new Reply([], Notice: turn.Say("barred"));
        }

        return tap.Configures && !await rights.MayConfigure(turn.Incoming, cancellationToken)
            ? new Reply([], Notice: turn.Say("group.admins-only"))
            : await tap.Tap(turn, action, cancellationToken);
    }

    private async Task<Reply> Typed(Turn turn, TypedText typed, CancellationToken cancellationToken)
    {
        if (turn.Incoming.IsWordless)
        {
            return Reply.With(Message.Plain(turn.Say("text-only")));
        }

        var command = menu.Find(typed.Word);
        if (turn.Chat.State == ChatState.Barred && command is not (MyDataCommand or ForgetMeCommand))
        {
            return turn.Chat.Kind == ChatKind.Group ? Reply.Nothing : Reply.With(Message.Plain(turn.Say("barred")));
        }

        if (command is not null)
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
