using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>Who speaks, as an admin.</summary>
internal sealed class AdminDesk(AdminStore admins)
{
    /// <summary>The person, as the audit names people: in a group the one who speaks, elsewhere the chat.</summary>
    public static string Who(Turn turn) => AdminStore.Name(turn.Incoming.Channel, PersonOf(turn));

    public static string PersonOf(Turn turn) => turn.Incoming.Person ?? turn.Incoming.Address;

    public async Task<bool> Is(Turn turn, AdminRole least, CancellationToken cancellationToken) =>
        await admins.RoleOf(turn.Incoming.Channel, PersonOf(turn), cancellationToken) is { } role && role >= least;
}

internal static class KeepingWords
{
    private static readonly Words _words = new("Bot.Conversation.Keeping.KeepingWords");

    /// <summary>The words about admins, topics and watches.</summary>
    public static string Tell(this Turn turn, string key, params object?[] values) => _words.Get(turn.Language, key, values);
}
