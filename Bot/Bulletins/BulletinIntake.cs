using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Bulletins;

/// <summary>
/// Entries to bulletins: the same entry read again is the same bulletin, a changed text is its next revision, and the same text
/// from elsewhere joins the story that is already told. Works inside the caller's transaction and saves nothing outside it.
/// </summary>
internal static class BulletinIntake
{
    public static async Task<Taken> Take(BotDb db, BulletinDraft draft, CancellationToken cancellationToken)
    {
        var entry = draft.Entry;
        var fingerprint = Fingerprint.Of(entry.Title, entry.Paragraphs);
        var known = await db.Set<BulletinRow>()
            .SingleOrDefaultAsync(b => b.SourceId == draft.SourceId && b.EntryKey == entry.Key, cancellationToken);

        if (known is not null)
        {
            if (known.Fingerprint == fingerprint && known.Title == entry.Title)
            {
                return new Taken.Known(known);
            }

            var before = new BulletinFace(known.Title, known.Summary, known.Link);
            known.Revision++;
            Describe(known, draft, fingerprint);
            await db.SaveChangesAsync(cancellationToken);
            return new Taken.Revised(known) { Before = before };
        }

        var bulletin = new BulletinRow
        {
            SourceId = draft.SourceId,
            EntryKey = entry.Key,
            Fingerprint = fingerprint,
            Summary = draft.Summary,
            SeenAt = draft.SeenAt,
        };
        Describe(bulletin, draft, fingerprint);
        var story = await db.Set<BulletinRow>()
            .Where(b => b.Fingerprint == fingerprint)
            .OrderBy(b => b.Id)
            .Select(b => (long?)b.StoryId)
            .FirstOrDefaultAsync(cancellationToken);
        db.Add(bulletin);
        await db.SaveChangesAsync(cancellationToken);
        bulletin.StoryId = story ?? bulletin.Id;
        await db.SaveChangesAsync(cancellationToken);
        return new Taken.New(bulletin);
    }

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
