using Bot.Texts;

namespace Bot.Conversation;

/// <summary>All commands: which one was meant, and which are shown.</summary>
internal sealed class CommandMenu
{
    private static readonly Words _words = Words.Of<CommandMenu>("ConversationWords");
    private readonly Dictionary<string, ICommand> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly ICommand[] _all;

    public CommandMenu(IEnumerable<ICommand> commands)
    {
        _all = [.. commands];
        foreach (var command in _all)
        {
            _byWord.Add(command.Name, command);
            foreach (var alias in command.Aliases)
            {
                _byWord.Add(alias, command);
            }
        }

        Shown = [.. _all.Where(c => c.MenuRank is not null).OrderBy(c => c.MenuRank).Select(c => c.Name)];
    }

    /// <summary>The names of the commands that the menu shows, in its order; what each does stands in the words under <c>menu.name</c>.</summary>
    public IReadOnlyList<string> Shown { get; }

    /// <summary>The menu as people read it.</summary>
    public IEnumerable<(string Name, string What)> In(Language language) =>
        Shown.Select(name => (name, _words.Get(language, "menu." + name)));

    public ICommand? Find(string word) => _byWord.GetValueOrDefault(word);

    /// <summary>The command that somebody who mistyped most likely meant; null if none is near.</summary>
    public string? Nearest(string word)
    {
        if (word.Length == 0)
        {
            return null;
        }

        var typed = word.ToLowerInvariant();
        var nearest = _all
            .Where(c => c.MenuRank is not null)
            .Select(c => (c.Name, Distance: c.Name.StartsWith(typed, StringComparison.Ordinal) ? 0 : Edits.Between(typed, c.Name)))
            .MinBy(c => c.Distance);
        return nearest.Distance <= Math.Max(1, nearest.Name.Length / 3) ? nearest.Name : null;
    }
}
