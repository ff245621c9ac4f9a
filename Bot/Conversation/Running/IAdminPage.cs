using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>
/// A part of what admins do: <c>/admin sources …</c> typed, <c>adm:sources:…</c> tapped. A new one is a file: it is found by this interface,
/// and its label stands in the words under <c>page.name</c>.
/// </summary>
internal interface IAdminPage
{
    /// <summary>Lower-case letters.</summary>
    string Name { get; }

    /// <summary>Other words that mean the same when typed.</summary>
    IReadOnlyList<string> Aliases { get; }

    /// <summary>Where it stands in the menu, from the top.</summary>
    int Rank { get; }

    /// <summary>Who sees it; what changes something asks for more.</summary>
    AdminRole Least { get; }

    /// <param name="words">What stands behind the page's name; none opens the page.</param>
    Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken);
}
