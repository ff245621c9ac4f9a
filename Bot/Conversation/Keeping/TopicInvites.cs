using System.Security.Cryptography;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Invitations to closed topics: a code that makes the chat that brings it a member (<c>/start join_CODE</c>).</summary>
internal sealed class TopicInvites(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    public const string Link = "join_";

    public async Task<string> Make(string topicId, string who, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var code = RandomNumberGenerator.GetHexString(20, lowercase: true);
        db.Add(new TopicInviteRow { Code = code, TopicId = topicId, CreatedBy = who, CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return Link + code;
    }

    /// <returns>The topic that the chat is a member of now; null for a code that nobody gave.</returns>
    public async Task<string?> Accept(string code, ChatRow chat, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<TopicInviteRow>().AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, cancellationToken) is not { } invite)
        {
            return null;
        }

        await TopicDoors.Admit(db, invite.TopicId, chat.Channel, chat.Address, cancellationToken);
        return invite.TopicId;
    }
}
