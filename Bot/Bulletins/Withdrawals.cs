using Bot.Sources;
using Bot.Sources.Identity;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins;

/// <summary>Marks what a source no longer shows though its window still reaches back to it. What it shows again is unmarked by the intake.</summary>
internal static class Withdrawals
{
    /// <returns>The bulletins that were withdrawn.</returns>
    public static async Task<IReadOnlyList<long>> Mark(BotDb db, string sourceId, IReadOnlyList<Entry> shown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (shown.Count == 0 || shown.Any(e => e.Published is null))
        {
            return [];
        }

        var oldest = shown.Min(e => e.Published);
        var newer = await db.Set<BulletinRow>()
            .Where(b => b.SourceId == sourceId && b.WithdrawnAt == null && b.PublishedAt > oldest)
            .ToListAsync(cancellationToken);
        var withdrawn = EntryComparison.Withdrawn(shown, [.. newer.Select(BulletinIntake.KnownAs)]).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        var gone = newer.Where(b => withdrawn.Contains(b.EntryKey)).ToList();
        foreach (var bulletin in gone)
        {
            bulletin.WithdrawnAt = now;
        }

        await db.SaveChangesAsync(cancellationToken);
        return [.. gone.Select(b => b.Id)];
    }
}
