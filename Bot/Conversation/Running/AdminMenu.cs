using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>What <c>/admin</c> opens: a page for each part, of which everybody sees those that his role may see. Pages take each other's place.</summary>
internal sealed class AdminMenu(IEnumerable<IAdminPage> pages, AdminStore admins) : ITap
{
    private readonly IAdminPage[] _pages = [.. pages.OrderBy(p => p.Rank)];

    public string Verb => AdminTurn.Verb;

    /// <summary>The home page.</summary>
    public Message Home(Turn turn, AdminRole role)
    {
        var at = new AdminTurn(turn, role, "", null);
        var draft = new Draft().Bold(at.Say("home.title", turn.Tell($"role.{role}"))).Text(at.Say("home.how"));
        foreach (var row in _pages.Where(p => role >= p.Least).Chunk(2))
        {
            draft.Row(row.Select(p => new Button(at.Say("page." + p.Name), TapAction.Of(Verb, p.Name))));
        }

        return draft.Done();
    }

    /// <summary>The page that a typed word means.</summary>
    public IAdminPage? Find(string word) =>
        _pages.FirstOrDefault(p => p.Name.Equals(word, StringComparison.OrdinalIgnoreCase) || p.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <param name="typed">What stands behind the page's name.</param>
    public static Task<Reply> Typed(Turn turn, AdminRole role, IAdminPage page, string typed, CancellationToken cancellationToken)
    {
        var at = new AdminTurn(turn, role, page.Name, typed);
        return role >= page.Least
            ? page.Act(at, typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), cancellationToken)
            : Task.FromResult(at.NotAllowed(page.Least));
    }

    /// <summary><c>adm</c> goes home, <c>adm:page:…</c> to a page.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (await admins.RoleOf(turn.Incoming.Channel, AdminDesk.PersonOf(turn), cancellationToken) is not { } role)
        {
            return new Reply([], Notice: turn.Tell("admin.not"));
        }

        if (action.Text(0).Length == 0)
        {
            return new Reply([], Home(turn, role));
        }

        return _pages.FirstOrDefault(p => p.Name == action.Text(0)) is { } page && role >= page.Least
            ? await page.Act(new AdminTurn(turn, role, page.Name, null), Words(action), cancellationToken)
            : new Reply([], Notice: turn.Say("stale"));
    }

    private static List<string> Words(TapAction action)
    {
        List<string> words = [];
        for (var i = 1; action.Text(i).Length > 0; i++)
        {
            words.Add(action.Text(i));
        }

        return words;
    }
}
