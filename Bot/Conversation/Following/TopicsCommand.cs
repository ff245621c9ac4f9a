namespace Bot.Conversation;

internal sealed class TopicsCommand(TopicPicker picker) : ICommand
{
    public string Name => "topics";

    public IReadOnlyList<string> Aliases => ["主题", "订阅", "关注"];

    public int? MenuRank => 1;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        Reply.With(await picker.Compose(turn, PickerView.Topics, 0, cancellationToken));
}
