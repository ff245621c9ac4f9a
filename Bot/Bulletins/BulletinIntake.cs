using Bot.Bulletins.Stories;
using Bot.Sources.Identity;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins;

/// <summary>
/// Entries to bulletins: the same entry read again is the same bulletin, a changed text is its next revision, and what another source
/// told before joins its story. Works inside the caller's transaction and saves nothing outside it.
/// </summary>
internal static class BulletinIntake
{
    public static async Task<Taken> Take(BotDb db, BulletinDraft draft, StoryIndex stories, CancellationToken cancellationToken)
    {
        var entry = draft.Entry;
        var fingerprint = Fingerprint.Of(entry.Title, entry.Paragraphs);
        var near = await db.Set<BulletinRow>()
            .Where(b => b.SourceId == draft.SourceId && (b.EntryKey == entry.Key || b.Fingerprint == fingerprint))
            .OrderBy(b => b.Id)
            .ToListAsync(cancellationToken);
        // By its fingerprint, since the text itself may have been trimmed.
        if (near.Find(b => b.EntryKey == entry.Key && b.Fingerprint == fingerprint && b.Title == entry.Title) is { } unchanged)
        {
            return await Seen(db, unchanged, cancellationToken);
        }

        switch (EntryComparison.Of(entry, [.. near.Select(KnownAs)]))
        {
            case EntryNews.Same(var same):
                return await Seen(db, near.Single(b => b.EntryKey == same.Key), cancellationToken);

            case EntryNews.Renamed(var twin):
                var renamed = near.Single(b => b.EntryKey == twin.Key);
                renamed.EntryKey = entry.Key;
                return await Seen(db, renamed, cancellationToken);

            case EntryNews.Revised(var earlier):
                var known = near.Single(b => b.EntryKey == earlier.Key);
                var before = new BulletinFace(known.Title, known.Summary, known.Link);
                known.Revision++;
                ShownAgain(known);
                Describe(known, draft, fingerprint);
                await db.SaveChangesAsync(cancellationToken);
                return new Taken.Revised(known) { Before = before };

            default:
                return await IsDeleted(db, draft.SourceId, entry.Key, fingerprint, cancellationToken)
                    ? new Taken.Deleted()
                    : await Add(db, draft, fingerprint, stories, cancellationToken);
        }
    }

    public static KnownEntry KnownAs(BulletinRow bulletin) => new(
        bulletin.EntryKey, bulletin.Title, bulletin.Link, EntryIdentity.Digest(bulletin.Title, bulletin.Paragraphs), bulletin.PublishedAt)
    {
        HasText = bulletin.Paragraphs.Count > 0,
    };

    private static async Task<Taken> Seen(BotDb db, BulletinRow bulletin, CancellationToken cancellationToken)
    {
        ShownAgain(bulletin);
        await db.SaveChangesAsync(cancellationToken);
        return new Taken.Known(bulletin);
    }

    private static void ShownAgain(BulletinRow bulletin) => bulletin.WithdrawnAt = bulletin.WithdrawnBy is null ? null : bulletin.WithdrawnAt;

    private static Task<bool> IsDeleted(BotDb db, string sourceId, string key, string fingerprint, CancellationToken cancellationToken) =>
        db.Set<DeletedBulletinRow>().AnyAsync(d => d.SourceId == sourceId && (d.EntryKey == key || d.Fingerprint == fingerprint), cancellationToken);

    private static async Task<Taken.New> Add(BotDb db, BulletinDraft draft, string fingerprint, StoryIndex stories, CancellationToken cancellationToken)
    {
        var bulletin = new BulletinRow
        {
            SourceId = draft.SourceId,
            EntryKey = draft.Entry.Key,
            Fingerprint = fingerprint,
            Summary = draft.Summary,
            SeenAt = draft.SeenAt,
        };
        Describe(bulletin, draft, fingerprint);
        var same = await db.Set<BulletinRow>()
            .Where(b => b.Fingerprint == fingerprint)
            .OrderBy(b => b.Id)
            .Select(b => (long?)b.StoryId)
            .FirstOrDefaultAsync(cancellationToken);
        var told = same is null ? stories.Find(bulletin) : null;
        var story = told is null ? same : await StoryOf(db, told.BulletinId, cancellationToken);
        db.Add(bulletin);
        await db.SaveChangesAsync(cancellationToken);
        bulletin.StoryId = story ?? bulletin.Id;
        await db.SaveChangesAsync(cancellationToken);
        return new Taken.New(bulletin) { IsFuller = story is not null && told is { IsFuller: true } };
    }

    private static Task<long?> StoryOf(BotDb db, long bulletinId, CancellationToken cancellationToken) =>
        db.Set<BulletinRow>().Where(b => b.Id == bulletinId).Select(b => (long?)b.StoryId).SingleOrDefaultAsync(cancellationToken);

    private static void Describe(BulletinRow bulletin, BulletinDraft draft, string fingerprint)
    {
        var entry = draft.Entry;
        bulletin.Fingerprint = fingerprint;
        bulletin.DocumentId = draft.DocumentId;
        bulletin.Kind = entry.Kind;
        bulletin.Title = entry.Title;
        bulletin.Kicker = entry.Kicker;
        bulletin.Subtitle = entry.Subtitle;
        bulletin.Link = entry.Link;
        bulletin.PublishedAt = entry.Published ?? EditionMoment(draft);
        bulletin.UpdatedAt = entry.Updated;
        bulletin.Author = entry.Author;
        bulletin.Dateline = entry.Dateline;
        bulletin.Byline = entry.Byline;
        bulletin.Credit = entry.Credit;
        bulletin.Paragraphs = [.. entry.Paragraphs];
        bulletin.Regions = [.. draft.Regions];
        bulletin.Tags = [.. entry.Tags];
        bulletin.Page = entry.Edition?.Page;
        bulletin.HeadlineConfidence = entry.HeadlineConfidence;
        bulletin.Summary = draft.Summary;
    }

    /// <summary>A printed page says the day only: its midnight in the source's zone.</summary>
    private static DateTimeOffset? EditionMoment(BulletinDraft draft)
    {
        if (draft.Entry.Edition?.Date is not { } date)
        {
            return null;
        }

        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, draft.TimeZone.GetUtcOffset(midnight));
    }
}
