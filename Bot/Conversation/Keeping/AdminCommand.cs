using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>
/// Becoming an admin by the code that the program printed, and what admins do: <c>/admin</c> opens the menu, <c>/admin sources …</c> does the
/// same by typing. In a group it works for the person who speaks.
/// </summary>
internal sealed class AdminCommand(AdminStore admins, AdminClaim claim, AdminMenu menu) : ICommand
{
    public string Name => "admin";

    public IReadOnlyList<string> Aliases => ["claim", "管理"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var end = argument.AsSpan().IndexOfAny(" \t\r\n\u3000");
        var (word, rest) = end < 0 ? (argument, "") : (argument[..end], argument[end..].Trim());
        if (await admins.RoleOf(turn.Incoming.Channel, AdminDesk.PersonOf(turn), cancellationToken) is not { } role)
        {
            return Say(word.Length > 0 && rest.Length == 0 && await claim.Claim(turn.Incoming.Channel, AdminDesk.PersonOf(turn), word, cancellationToken)
                ? turn.Tell("admin.claimed")
                : turn.Tell("admin.not"));
        }

        if (word.Length == 0)
        {
            return Reply.With(menu.Home(turn, role));
        }

        // Those two are about admins themselves.
        return word is "add" or "remove" or "添加" or "移除"
            ? await AdminMenu.Typed(turn, role, menu.Find("admins")!, argument, cancellationToken)
            : menu.Find(word) is { } page ? await AdminMenu.Typed(turn, role, page, rest, cancellationToken) : Say(turn.Tell("admin.usage"));
    }

    private static Reply Say(string text) => Reply.With(Message.Plain(text));
}
