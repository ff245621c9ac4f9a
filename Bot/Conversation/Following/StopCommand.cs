using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Nothing more comes until /start; what was followed is kept.</summary>
internal sealed class StopCommand(SubscriberStore subscribers) : ICommand
{
    public string Name => "stop";

    public IReadOnlyList<string> Aliases => ["停止", "退订", "unsub_all"];

    public int? MenuRank => 90;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        await subscribers.SetState(turn.Chat.Id, ChatState.Stopped, cancellationToken);
        return Reply.With(new Draft()
            .Text(turn.Say("stopped"))
            .Row(new Button(turn.Say("stopped.resume"), TapAction.Of("resume")))
            .Done());
    }
}

/// <summary>The button under what /stop said.</summary>
internal sealed class ResumeTap(SubscriberStore subscribers) : ITap
{
    public string Verb => "resume";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        await subscribers.SetState(turn.Chat.Id, ChatState.Active, cancellationToken);
        return new Reply([], Message.Plain(turn.Say("start.back")), turn.Say("start.back"));
    }
}
