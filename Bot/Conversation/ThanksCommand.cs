using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>Who says thanks is not looking for anything.</summary>
internal sealed class ThanksCommand : ICommand
{
    public string Name => "thanks";

    public IReadOnlyList<string> Aliases => ["谢谢", "谢谢！", "谢谢。", "谢谢你", "谢谢您", "多谢", "感谢", "收到", "好的", "thank you", "thanks!", "thanks a lot", "thx", "ok", "okay"];

    public int? MenuRank => null;

    public Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) => Task.FromResult(
        turn.Chat.Kind == Subscribers.ChatKind.Group ? Reply.Nothing : Reply.With(Message.Plain(turn.Say("thanks"))));
}
