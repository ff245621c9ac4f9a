using Bot.Deliveries;

namespace Bot.Conversation;

internal sealed class HelpCommand : ICommand
{
    public string Name => "help";

    public IReadOnlyList<string> Aliases => ["帮助", "?", "？"];

    public int? MenuRank => 99;

    public Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var draft = new Draft().Bold(turn.Say("help.title"));
        foreach (var (name, what) in turn.Menu.In(turn.Language))
        {
            draft.Line(new Span("/" + name), new Span("  " + what));
        }

        return Task.FromResult(Reply.With(draft.Gap().Text(turn.Say("help.more")).Done()));
    }
}
