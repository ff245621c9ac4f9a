using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins.Stories;

/// <summary>One bulletin of a story, as the others name it: "also in …".</summary>
internal sealed record Telling(long Id, long StoryId, string SourceId, string? Link)
{
    /// <summary>By story, in the order in which they were seen; withdrawn ones are left out.</summary>
    public static async Task<ILookup<long, Telling>> Of(BotDb db, IReadOnlyCollection<long> storyIds, CancellationToken cancellationToken) =>
        (await db.Set<BulletinRow>()
            .Where(b => storyIds.Contains(b.StoryId) && b.WithdrawnAt == null)
            .OrderBy(b => b.Id)
            .Select(b => new Telling(b.Id, b.StoryId, b.SourceId, b.Link))
            .ToListAsync(cancellationToken))
        .ToLookup(t => t.StoryId);

    /// <summary>Each other source once.</summary>
    public static IReadOnlyList<Telling> Elsewhere(IEnumerable<Telling> story, BulletinRow than) =>
        [.. story.Where(t => t.Id != than.Id && t.SourceId != than.SourceId).DistinctBy(t => t.SourceId)];
}
