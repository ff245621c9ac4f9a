using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Erases the chat after asking once more; what is owed goes too.</summary>
internal sealed class ForgetMeCommand(PersonalData data) : ICommand, ITap
{
    public string Name => "forgetme";

    public IReadOnlyList<string> Aliases => ["忘记我"];

    public int? MenuRank => 81;

    public string Verb => "forget";

    public bool Configures => true;

    public Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) => Task.FromResult(Reply.With(new Draft()
        .Bold(turn.Say("forget.ask"))
        .Text(turn.Say("forget.what"))
        .Row(
            new Button(turn.Say("forget.yes"), TapAction.Of("forget", "yes")),
            new Button(turn.Say("forget.no"), TapAction.Of("forget", "no")))
        .Done()));

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Text(0) != "yes")
        {
            return new Reply([], Message.Plain(turn.Say("forget.kept")));
        }

        await data.Erase(turn.Chat, cancellationToken);
        return new Reply([], Message.Plain(turn.Say("forget.done")), turn.Say("forget.done"));
    }
}
