namespace Bot.Conversation;

/// <summary>Knows the address that opens the bot's chat and says <c>/start</c> with a word. A channel that has such links implements it.</summary>
internal interface IStartLinks
{
    string Channel { get; }

    /// <param name="start">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <returns>Null while the bot's name is not known.</returns>
    string? Link(string start);
}
