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

    public Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) => Task.FromResult(
        Reply.With(Message.Plain(turn.Say("mydata.gathering"))) with
        {
            Work = async (_, token) =>
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"faxun-{clock.GetUtcNow():yyyy-MM-dd}.json");
                return new Reply([], Message.Plain(turn.Say("mydata")) with { File = new Attachment(name, "application/json", await data.Export(turn.Chat, token)) });
            },
        });
}
