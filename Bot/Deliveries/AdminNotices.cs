using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>Tells admins in their private chats what they must know now. Best effort: what they are told stands in the log too.</summary>
internal sealed partial class AdminNotices(AdminStore admins, IDbContextFactory<BotDb> databases, IEnumerable<IChannel> channels, ILogger<AdminNotices> logger)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <param name="say">The notice in the admin's language.</param>
    public async Task Tell(AdminRole least, Func<Language, string> say, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var (channel, person, _) in (await admins.All(cancellationToken)).Where(a => a.Role >= least))
        {
            var chat = await db.Set<ChatRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Channel == channel && c.Address == person, cancellationToken);
            if (!_channels.TryGetValue(channel, out var way) || chat is not { State: ChatState.Active or ChatState.Resting })
            {
                continue;
            }

            if (await way.Send(person, Message.Plain(say(LanguageTags.Parse(chat.Language))), cancellationToken) is not SendOutcome.Accepted)
            {
                Log.NotTold(logger, channel);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An admin in {Channel} could not be told; the notice stands in the log only")]
        public static partial void NotTold(ILogger logger, string channel);
    }
}
