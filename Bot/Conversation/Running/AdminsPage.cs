using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Who is an admin. <c>/admin add telegram:12345 editor</c> and <c>/admin remove telegram:12345</c> are for owners.</summary>
internal sealed class AdminsPage(AdminStore admins, AuditTrail audit) : IAdminPage
{
    private static readonly AdminRole[] _roles = [AdminRole.Viewer, AdminRole.Editor, AdminRole.Owner];

    public string Name => "admins";

    public IReadOnlyList<string> Aliases => ["管理员"];

    public int Rank => 9;

    public AdminRole Least => AdminRole.Owner;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken) => words switch
    {
        [] => turn.Show(await List(turn, cancellationToken)),
        ["add" or "添加", var who, var named] => await Add(turn, who, named, cancellationToken),
        ["remove" or "移除", var who] => await Remove(turn, who, cancellationToken),
        ["show", var channel, var person] => await Page(turn, channel, person, cancellationToken) is { } page ? turn.Show(page) : turn.Stale(),
        ["role", var channel, var person, var role] => await Add(turn, AdminStore.Name(channel, person), role, cancellationToken),
        ["out", var channel, var person] => await Remove(turn, AdminStore.Name(channel, person), cancellationToken),
        _ => turn.Refuse(turn.Say("admins.usage")),
    };

    private async Task<Message> List(AdminTurn turn, CancellationToken cancellationToken)
    {
        var draft = new Draft().Bold(turn.Say("page.admins"));
        List<IReadOnlyList<Button>> rows = [];
        foreach (var (channel, person, role) in await admins.All(cancellationToken))
        {
            var isFixed = admins.IsOfSettings(channel, person);
            draft.Line(new Span(AdminStore.Name(channel, person), SpanStyle.Code), new Span("  " + turn.Turn.Tell($"role.{role}") + (isFixed ? turn.Say("admins.of-settings") : "")));
            if (!isFixed)
            {
                rows.Add([turn.Do($"{AdminStore.Name(channel, person)} · {turn.Turn.Tell($"role.{role}")}", "show", channel, person)]);
            }
        }

        draft.Gap().Text(turn.Say("admins.usage"));
        rows.ForEach(r => draft.Row(r));
        return draft.Row(turn.Menu()).Done();
    }

    private async Task<Message?> Page(AdminTurn turn, string channel, string person, CancellationToken cancellationToken)
    {
        var known = (await admins.All(cancellationToken)).FirstOrDefault(a => a.Channel == channel && a.Person == person);
        return known.Person is null ? null : new Draft()
            .Bold(AdminStore.Name(channel, person))
            .Text(turn.Say("admins.what"))
            .Row(_roles.Select(r => turn.Do((r == known.Role ? Draft.Tick : "") + turn.Turn.Tell($"role.{r}"), "role", channel, person, r)))
            .Row(turn.Do(turn.Say("admins.remove"), "out", channel, person), turn.Back())
            .Done();
    }

    private async Task<Reply> Add(AdminTurn turn, string who, string named, CancellationToken cancellationToken)
    {
        var at = who.IndexOf(':', StringComparison.Ordinal);
        if (!Enum.TryParse<AdminRole>(named, ignoreCase: true, out var role) || !Enum.IsDefined(role) || at < 1 || at == who.Length - 1)
        {
            return turn.Refuse(turn.Say("admins.usage"));
        }

        if (role != AdminRole.Owner && await IsLastOwner(who, cancellationToken))
        {
            return turn.Refuse(turn.Turn.Tell("admin.last"));
        }

        await admins.Set(who[..at], who[(at + 1)..], role, turn.Who, cancellationToken);
        await audit.Note(turn.Who, "admin.add", who, role.ToString(), cancellationToken);
        return turn.Show(await List(turn, cancellationToken), turn.Turn.Tell("admin.added", who, turn.Turn.Tell($"role.{role}")));
    }

    private async Task<Reply> Remove(AdminTurn turn, string who, CancellationToken cancellationToken)
    {
        if (await IsLastOwner(who, cancellationToken))
        {
            return turn.Refuse(turn.Turn.Tell("admin.last"));
        }

        if (who.Split(':', 2) is not [var channel, var person] || !await admins.Remove(channel, person, cancellationToken))
        {
            return turn.Refuse(turn.Turn.Tell("admin.none", who));
        }

        await audit.Note(turn.Who, "admin.remove", who, "", cancellationToken);
        return turn.Show(await List(turn, cancellationToken), turn.Turn.Tell("admin.removed", who));
    }

    private async Task<bool> IsLastOwner(string who, CancellationToken cancellationToken) =>
        (await admins.All(cancellationToken)).Where(a => a.Role == AdminRole.Owner).ToList() is [var last] && AdminStore.Name(last.Channel, last.Person) == who;
}
