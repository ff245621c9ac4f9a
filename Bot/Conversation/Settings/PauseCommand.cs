using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>A rest with an end: <c>/pause 7d</c>, or a choice of days.</summary>
internal sealed class PauseCommand(SubscriberStore subscribers, TimeProvider clock) : ICommand, ITap
{
    private static readonly int[] _days = [1, 3, 7, 14, 30];

    public string Name => "pause";

    public IReadOnlyList<string> Aliases => ["暂停", "deactivate_subs"];

    public int? MenuRank => 70;

    public bool Configures => true;

    public string Verb => "pause";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(new Draft()
                .Text(turn.Say("pause.how-long"))
                .Row(_days.Select(d => new Button(turn.Say("days", d), TapAction.Of("pause", d))))
                .Done());
        }

        return Days.Read(argument) is { } length
            ? Reply.With(await Rest(turn, length, cancellationToken))
            : Reply.With(Message.Plain(turn.Say("pause.not-understood")));
    }

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        action.Number(0) is > 0 and <= 365 and var days
            ? new Reply([], await Rest(turn, TimeSpan.FromDays(days), cancellationToken))
            : new Reply([], Notice: turn.Say("stale"));

    private async Task<Message> Rest(Turn turn, TimeSpan length, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + length;
        await subscribers.SetState(turn.Chat.Id, ChatState.Resting, cancellationToken, until);
        return new Draft()
            .Text(turn.Say("pause.until", turn.Moment(until)))
            .Row(new Button(turn.Say("stopped.resume"), TapAction.Of("resume")))
            .Done();
    }
}

internal sealed class ResumeCommand(SubscriberStore subscribers) : ICommand
{
    public string Name => "resume";

    public IReadOnlyList<string> Aliases => ["恢复", "activate_subs"];

    public int? MenuRank => 71;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var changed = await subscribers.SetState(turn.Chat.Id, ChatState.Active, cancellationToken);
        return Reply.With(Message.Plain(turn.Say(changed ? "start.back" : "resume.already")));
    }
}
