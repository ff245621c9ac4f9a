using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Topics;

/// <summary>Which chats a closed topic is open to, where fan-out can see it.</summary>
internal static class TopicDoors
{
    /// <summary>Brings what the database knows of audiences in line with the topics. Members by invitation stay.</summary>
    public static async Task Keep(BotDb db, IReadOnlyList<Topic> topics, CancellationToken cancellationToken)
    {
        var closed = topics.Where(t => t.Audience != TopicAudience.Everyone).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<ClosedTopicRow>().ToListAsync(cancellationToken);
        db.RemoveRange(known.Where(k => !closed.Contains(k.TopicId)));
        db.AddRange(closed.Except(known.Select(k => k.TopicId)).Select(id => new ClosedTopicRow { TopicId = id }));

        var wanted = topics.Where(t => t.Audience == TopicAudience.Chats)
            .SelectMany(t => t.Chats.Distinct().Select(Split).Select(chat => (TopicId: t.Id, chat.Channel, chat.Address))).ToHashSet();
        var named = await db.Set<TopicMemberRow>().Where(m => m.IsNamed).ToListAsync(cancellationToken);
        db.RemoveRange(named.Where(m => !wanted.Contains((m.TopicId, m.Channel, m.Address))));
        var invited = (await db.Set<TopicMemberRow>().Where(m => !m.IsNamed).ToListAsync(cancellationToken)).Select(m => (m.TopicId, m.Channel, m.Address));
        db.AddRange(wanted.Except(named.Select(m => (m.TopicId, m.Channel, m.Address))).Except(invited)
            .Select(m => new TopicMemberRow { TopicId = m.TopicId, Channel = m.Channel, Address = m.Address, IsNamed = true }));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The topics among these that a chat may follow and see.</summary>
    public static async Task<IReadOnlyList<Topic>> Open(BotDb db, IReadOnlyList<Topic> topics, string channel, string address, CancellationToken cancellationToken)
    {
        if (topics.All(t => t.Audience == TopicAudience.Everyone))
        {
            return topics;
        }

        var member = await db.Set<TopicMemberRow>().Where(m => m.Channel == channel && m.Address == address).Select(m => m.TopicId).ToListAsync(cancellationToken);
        return [.. topics.Where(t => t.Audience == TopicAudience.Everyone || member.Contains(t.Id))];
    }

    public static async Task Admit(BotDb db, string topicId, string channel, string address, CancellationToken cancellationToken)
    {
        if (!await db.Set<TopicMemberRow>().AnyAsync(m => m.TopicId == topicId && m.Channel == channel && m.Address == address, cancellationToken))
        {
            db.Add(new TopicMemberRow { TopicId = topicId, Channel = channel, Address = address });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static (string Channel, string Address) Split(string chat)
    {
        var colon = chat.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("telegram", chat) : (chat[..colon], chat[(colon + 1)..]);
    }
}
