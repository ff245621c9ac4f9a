namespace Bot.Conversation;

/// <summary>Something that people type, such as <c>/topics</c>. A new one is a file: it is found by this interface, and its line in the menu stands in the words under <c>menu.name</c>.</summary>
internal interface ICommand
{
    /// <summary>Lower-case letters, without the slash.</summary>
    string Name { get; }

    /// <summary>Other words that mean the same when they are all that was typed.</summary>
    IReadOnlyList<string> Aliases => [];

    /// <summary>Where it stands in the menu, from the top; null keeps it out.</summary>
    int? MenuRank { get; }

    /// <summary>Whether it changes what the chat gets: in a group, administrators alone may.</summary>
    bool Configures => false;

    /// <param name="argument">What was typed after the command, trimmed; often empty.</param>
    Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken);
}
