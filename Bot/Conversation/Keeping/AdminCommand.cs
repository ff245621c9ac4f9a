using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Becoming an admin by the code that the program printed, and, for owners, who else is one: <c>/admin add telegram:12 editor</c>.</summary>
internal sealed class AdminCommand(AdminStore admins, AdminClaim claim, AuditTrail audit, AdminDesk desk) : ICommand
{
    private const int ShownActs = 15;

    public string Name => "admin";

    public IReadOnlyList<string> Aliases => ["claim", "管理"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (await admins.RoleOf(turn.Incoming.Channel, AdminDesk.PersonOf(turn), cancellationToken) is not { } role)
        {
            return words is [var code] && await claim.Claim(turn.Incoming.Channel, AdminDesk.PersonOf(turn), code, cancellationToken)
                ? Say(turn.Tell("admin.claimed"))
                : Say(turn.Tell("admin.not"));
        }

        return words switch
        {
            [] => Reply.With(await Overview(turn, role, cancellationToken)),
            ["audit"] => Reply.With(await Acts(turn, cancellationToken)),
            ["add", var who, var named] => Say(await Add(turn, who, named, cancellationToken)),
            ["remove", var who] => Say(await Remove(turn, who, cancellationToken)),
            _ => Say(turn.Tell("admin.usage")),
        };
    }

    private async Task<Message> Overview(Turn turn, AdminRole role, CancellationToken cancellationToken)
    {
        var draft = new Draft().Bold(turn.Tell("admin.title", turn.Tell($"role.{role}")));
        foreach (var (channel, person, other) in await admins.All(cancellationToken))
        {
            draft.Text($"{AdminStore.Name(channel, person)}  {turn.Tell($"role.{other}")}");
        }

        return draft.Gap().Text(turn.Tell("admin.usage")).Done();
    }

    private async Task<Message> Acts(Turn turn, CancellationToken cancellationToken)
    {
        var draft = new Draft().Bold(turn.Tell("audit.title"));
        foreach (var act in await audit.Latest(0, ShownActs, cancellationToken))
        {
            draft.Text($"{turn.Moment(act.At)}  {act.Who}  {act.Act} {act.Target}  {act.Detail}".TrimEnd());
        }

        return draft.Done();
    }

    private async Task<string> Add(Turn turn, string who, string named, CancellationToken cancellationToken)
    {
        var at = who.IndexOf(':', StringComparison.Ordinal);
        if (!Enum.TryParse<AdminRole>(named, ignoreCase: true, out var role) || !Enum.IsDefined(role) || at < 1 || at == who.Length - 1)
        {
            return turn.Tell("admin.usage");
        }

        if (!await desk.Is(turn, AdminRole.Owner, cancellationToken))
        {
            return turn.Tell("admin.owners-only");
        }

        await admins.Set(who[..at], who[(at + 1)..], role, AdminDesk.Who(turn), cancellationToken);
        await audit.Note(AdminDesk.Who(turn), "admin.add", who, role.ToString(), cancellationToken);
        return turn.Tell("admin.added", who, turn.Tell($"role.{role}"));
    }

    private async Task<string> Remove(Turn turn, string who, CancellationToken cancellationToken)
    {
        if (!await desk.Is(turn, AdminRole.Owner, cancellationToken))
        {
            return turn.Tell("admin.owners-only");
        }

        var parts = who.Split(':', 2);
        var owners = (await admins.All(cancellationToken)).Where(a => a.Role == AdminRole.Owner).ToList();
        if (owners is [var last] && AdminStore.Name(last.Channel, last.Person) == who)
        {
            return turn.Tell("admin.last");
        }

        if (parts is not [var channel, var person] || !await admins.Remove(channel, person, cancellationToken))
        {
            return turn.Tell("admin.none", who);
        }

        await audit.Note(AdminDesk.Who(turn), "admin.remove", who, "", cancellationToken);
        return turn.Tell("admin.removed", who);
    }

    private static Reply Say(string text) => Reply.With(Message.Plain(text));
}
