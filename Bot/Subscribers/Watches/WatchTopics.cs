using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>Watches where messages name topics.</summary>
internal static class WatchTopics
{
    /// <param name="topicIds">Of topics and of watches; the topics are passed over.</param>
    public static async Task<IReadOnlyList<Topic>> Among(BotDb db, IEnumerable<string> topicIds, CancellationToken cancellationToken)
    {
        var ids = topicIds.Select(WatchKey.Parse).OfType<long>().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.Set<WatchRow>().AsNoTracking().Where(w => ids.Contains(w.Id)).ToListAsync(cancellationToken);
        return [.. rows.Select(w => WatchTopic.Of(w.Id, w.Rule))];
    }
}
