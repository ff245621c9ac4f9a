namespace Bot.Conversation;

/// <summary>A button that stands for a command: <c>run:topics</c>.</summary>
internal sealed class RunTap : ITap
{
    public string Verb => "run";

    public Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        turn.Menu.Find(action.Text(0)) is { } command
            ? command.Run(turn, action.Text(1), cancellationToken)
            : Task.FromResult(new Reply([], Notice: turn.Say("stale")));
}
