using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>The group robots, as <c>/robot</c> shows them, in the menu.</summary>
internal sealed class RobotsPage(RobotPages robots, RobotCommand command) : IAdminPage
{
    public string Name => "robots";

    public IReadOnlyList<string> Aliases => ["机器人", "robot"];

    public int Rank => 8;

    public AdminRole Least => AdminRole.Owner;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count > 0 && turn.Typed is { } typed)
        {
            return await command.Run(turn.Turn, typed, cancellationToken);
        }

        var list = await robots.List(turn.Turn, cancellationToken);
        return turn.Show(list with { Buttons = [.. list.Buttons, [turn.Menu()]] });
    }
}
