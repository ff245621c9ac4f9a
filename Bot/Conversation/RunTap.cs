namespace Bot.Conversation;

/// <summary>A button that stands for a command: <c>run:topics</c>.</summary>
internal sealed class RunTap(GroupRights rights) : ITap
{
    public string Verb => "run";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (turn.Menu.Find(action.Text(0)) is not { } command)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        return command.Configures && !await rights.MayConfigure(turn.Incoming, cancellationToken)
            ? new Reply([], Notice: turn.Say("group.admins-only"))
            : await command.Run(turn, action.Rest(1), cancellationToken);
    }
}
