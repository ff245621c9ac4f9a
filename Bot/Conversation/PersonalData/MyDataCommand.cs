using System.Globalization;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Sends all that is stored about the chat as a file.</summary>
internal sealed class MyDataCommand(PersonalData data, TimeProvider clock) : ICommand
{
    public string Name => "mydata";

    public IReadOnlyList<string> Aliases => ["我的数据"];

    public int? MenuRank => 80;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"faxun-{clock.GetUtcNow():yyyy-MM-dd}.json");
        var text = await data.Export(turn.Chat, cancellationToken);
        return Reply.With(Message.Plain(turn.Say("mydata")) with { File = new Attachment(name, "application/json", text) });
    }
}
