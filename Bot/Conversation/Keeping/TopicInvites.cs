using System.Security.Cryptography;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Invitations to closed topics: a code that makes the chat that brings it a member (<c>/start invite_CODE</c>).</summary>
internal sealed class TopicInvites(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    public const string Link = "invite_";

    /// <summary>What links began with that were given away earlier.</summary>
    private const string EarlierLink = "join_";

    /// <returns>The code in what stands behind <c>/start</c>; null where it is no invitation.</returns>
    public static string? CodeOf(string start) => new[] { Link, EarlierLink }.FirstOrDefault(l => start.StartsWith(l, StringComparison.Ordinal)) is { } link ? start[link.Length..] : null;

    public async Task<string> Make(string topicId, string who, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var code = RandomNumberGenerator.GetHexString(20, lowercase: true);
        db.Add(new TopicInviteRow { Code = code, TopicId = topicId, CreatedBy = who, CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        return Link + code;
    }

    /// <summary>Who came by it stays.</summary>
    /// <returns>The topic that it led to; null for a code that nobody gave.</returns>
    public async Task<string?> End(string code, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var invite = await db.Set<TopicInviteRow>().SingleOrDefaultAsync(i => i.Code == code, cancellationToken);
        if (invite is not null)
        {
            db.Remove(invite);
            await db.SaveChangesAsync(cancellationToken);
        }

        return invite?.TopicId;
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
