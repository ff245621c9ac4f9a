using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>
/// One document into the database, whole or not at all: its bulletins, their matches, what is owed for them, and last the record that
/// it was read. Whoever is killed in between reads it again and finds nothing half done.
/// </summary>
internal sealed partial class DocumentIntake(
    BotDbFactory databases, BulletinReading reading, StoryIndex stories, SummaryDesk summaries, DeliverySignal signal, IOptions<RetentionOptions> retention, TimeProvider clock,
    ILogger<DocumentIntake> logger)
{
    /// <param name="alerts">How many of the newest entries may become alerts; the rest are taken in silently.</param>
    public async Task<IntakeCount> Take(SourceDefinition source, Document document, ReadResult result, int alerts, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        var understood = Understand(source, result);
        using var turn = await stories.Enter(cancellationToken);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await stories.CatchUp(db, cancellationToken);
        var row = await Record(db, source, document, result, cancellationToken);
        var count = default(IntakeCount);
        foreach (var (bulletin, loud) in understood.Zip(Loud(understood, alerts)))
        {
            count = await Take(db, bulletin with { Draft = bulletin.Draft with { DocumentId = row.Id } }, loud, cancellationToken) switch
            {
                Taken.New => count with { New = count.New + 1 },
                Taken.Revised => count with { Revised = count.Revised + 1 },
                _ => count,
            };
        }

        if (result.Error is null && result.IsWhole && source.Kind is SourceKind.Syndication or SourceKind.Webpage)
        {
            var withdrawn = await Withdrawals.Mark(db, source.Id, result.Entries, clock.GetUtcNow(), cancellationToken);
            foreach (var id in withdrawn)
            {
                await FanOut.OweWithdrawal(db, id, clock.GetUtcNow(), cancellationToken);
            }

            count = count with { Withdrawn = withdrawn.Count };
        }

        var held = await summaries.Hold(db, row.Id, began, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        summaries.Ask(held);
        signal.Raise();
        return count;
    }

    /// <summary>An entry that cannot be understood is set aside with its reason; the others go on.</summary>
    private List<Understood> Understand(SourceDefinition source, ReadResult result)
    {
        var home = reading.HomeOf(source, result);
        var understood = new List<Understood>(result.Entries.Count);
        foreach (var entry in result.Entries.Where(SaysSomething))
        {
            try
            {
                understood.Add(reading.Understand(source, entry, home));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.EntrySetAside(logger, fault, source.Id, entry.Key);
            }
        }

        return understood;
    }

    /// <summary>Feeds have entries that name a licence or a file alone.</summary>
    private static bool SaysSomething(Entry entry) => entry.Title is not null || entry.Link is not null || entry.Paragraphs.Count > 0;

    /// <summary>The newest by their own date; where none is given, as the source lists them.</summary>
    private static bool[] Loud(List<Understood> understood, int alerts)
    {
        var loud = new bool[understood.Count];
        var newest = Enumerable.Range(0, understood.Count)
            .OrderByDescending(i => understood[i].Draft.Entry.Published ?? understood[i].Draft.Entry.Updated ?? DateTimeOffset.MaxValue)
            .Take(alerts);
        foreach (var i in newest)
        {
            loud[i] = true;
        }

        return loud;
    }

    private async Task<Taken> Take(BotDb db, Understood understood, bool loud, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await BulletinIntake.Take(db, understood.Draft, stories, cancellationToken);
        await BulletinRecords.Keep(db, taken, understood.Draft, cancellationToken);
        switch (taken)
        {
            case Taken.New(var bulletin) { IsFuller: var fuller }:
                AddMatches(db, bulletin, understood.Matches, now);
                await db.SaveChangesAsync(cancellationToken);
                if (fuller)
                {
                    await FanOut.Prefer(db, bulletin.Id, bulletin.StoryId, cancellationToken);
                    await FullerTelling.Owe(db, bulletin, now, cancellationToken);
                }

                await Owe(db, bulletin, loud && understood.Matches.Count > 0, now, cancellationToken);
                break;

            case Taken.Revised(var bulletin) { Before: var before }:
                if (before is not null && bulletin.WithdrawnAt is null)
                {
                    await FanOut.OweUpdates(db, bulletin.Id, Change.Between(before, bulletin), now, cancellationToken);
                }

                await MatchAgain(db, bulletin, understood.Matches, loud && bulletin.WithdrawnAt is null, now, cancellationToken);
                break;
        }

        return taken;
    }

    /// <summary>Those who follow only topics that held before are owed nothing: they had their alert, or it was too old to be one.</summary>
    private async Task MatchAgain(BotDb db, BulletinRow bulletin, IReadOnlyList<TopicMatch> matches, bool loud, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await db.Set<MatchRow>().Where(m => m.BulletinId == bulletin.Id).ToListAsync(cancellationToken);
        var held = before.Select(m => m.TopicId).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(before);
        await db.SaveChangesAsync(cancellationToken);
        var added = matches.Where(m => !held.Contains(m.Topic.Id)).ToList();
        AddMatches(db, bulletin, added, now);
        await db.SaveChangesAsync(cancellationToken);
        await Owe(db, bulletin, loud && added.Count > 0, now, cancellationToken);
        AddMatches(db, bulletin, matches.Except(added), now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task Owe(BotDb db, BulletinRow bulletin, bool owed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (owed)
        {
            await FanOut.Owe(db, bulletin.Id, bulletin.StoryId, now, cancellationToken, now - retention.Value.Deliveries);
        }
    }

    private static void AddMatches(BotDb db, BulletinRow bulletin, IEnumerable<TopicMatch> matches, DateTimeOffset now) =>
        db.AddRange(matches.Select(match => new MatchRow
        {
            BulletinId = bulletin.Id,
            TopicId = match.Topic.Id,
            Priority = match.Topic.Priority,
            Evidence = [.. match.Evidence],
            Why = match.Why,
            MatchedAt = now,
        }));

    private static async Task<DocumentRow> Record(BotDb db, SourceDefinition source, Document document, ReadResult result, CancellationToken cancellationToken)
    {
        var known = await db.Set<DocumentRow>().SingleOrDefaultAsync(d => d.SourceId == source.Id && d.Sha256 == document.Sha256, cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var row = new DocumentRow
        {
            SourceId = source.Id,
            Location = document.Location,
            Sha256 = document.Sha256,
            FetchedAt = document.FetchedAt,
            Bytes = Evidence.Pack(document.Bytes),
            Entries = result.Entries.Count,
            Error = result.Fault?.Stored ?? result.Error,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An entry of {Source} could not be worked out and is set aside: {Bulletin}")]
        public static partial void EntrySetAside(ILogger logger, Exception fault, string source, string bulletin);
    }
}
