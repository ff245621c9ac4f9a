namespace Bot.Conversation;

/// <summary>Knows who runs a group. A channel that has groups implements it.</summary>
internal interface IChatRoles
{
    string Channel { get; }

    Task<bool> IsAdministrator(string address, string person, CancellationToken cancellationToken);
}
