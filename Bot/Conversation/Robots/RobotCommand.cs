using Bot.Deliveries;
using Bot.Subscribers;
using Microsoft.Extensions.Options;

namespace Bot.Conversation;

/// <summary>
/// Group robots, for admins: <c>/robot</c> lists them, <c>/robot add wecom NAME ADDRESS [SECRET]</c> adds one, or gives it another address.
/// What was typed is never said back: the address is a secret. For owners.
/// </summary>
internal sealed class RobotCommand(AdminDesk admins, RobotStore robots, RobotPages pages, IOptions<RobotsOptions> options) : ICommand
{
    public string Name => "robot";

    public IReadOnlyList<string> Aliases => ["机器人"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (!await admins.Is(turn, AdminRole.Owner, cancellationToken))
        {
            return Reply.With(Message.Plain(turn.Say("robot.admins-only")));
        }

        var words = argument.Split((char[])[' ', '\u3000', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => Reply.With(await pages.List(turn, cancellationToken)),
            ["add" or "添加", var kind, var name, var url, .. var secret] when secret.Length <= 1 =>
                await Add(turn, kind.ToLowerInvariant(), name, url, secret.FirstOrDefault(), cancellationToken),
            [var name] when (await robots.All(cancellationToken)).FirstOrDefault(r => r.Name == name) is { } robot => Reply.With(await pages.Page(turn, robot, 0, cancellationToken)),
            _ => Reply.With(Message.Plain(turn.Say("robot.how"))),
        };
    }

    private async Task<Reply> Add(Turn turn, string kind, string name, string url, string? secret, CancellationToken cancellationToken)
    {
        kind = kind switch { "企业微信" or "企微" => RobotAddresses.WeCom, "飞书" => RobotAddresses.Feishu, "钉钉" => RobotAddresses.DingTalk, _ => kind };
        if (RobotAddresses.FaultOf(options.Value, kind, name, url) is { } fault)
        {
            return Reply.With(Message.Plain(turn.Say("robot.wrong." + fault.Key)));
        }

        if (await robots.Find(kind, name, cancellationToken) is { FromSettings: true })
        {
            return Reply.With(Message.Plain(turn.Say("robot.from-settings")));
        }

        var robot = await robots.Put(kind, name, url, secret, turn.Language, fromSettings: false, cancellationToken);
        return Reply.With(Message.Plain(turn.Say("robot.added", name)), await pages.Page(turn, robot, 0, cancellationToken));
    }
}
