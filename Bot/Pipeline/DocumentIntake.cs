using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Pipeline;

/// <summary>
/// One document into the database, whole or not at all: its bulletins, their matches, what is owed for them, and last the record that
/// it was read. Whoever is killed in between reads it again and finds nothing half done.
/// </summary>
internal sealed partial class DocumentIntake(BotDbFactory databases, BulletinReading reading, DeliverySignal signal, TimeProvider clock, ILogger<DocumentIntake> logger)
{
    /// <param name="alerts">How many of the newest entries may become alerts; the rest are taken in silently.</param>
    /// <returns>How many bulletins are new.</returns>
    public async Task<int> Take(SourceDefinition source, Document document, ReadResult result, int alerts, CancellationToken cancellationToken)
    {
        var understood = Understand(source, result);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await Record(db, source, document, result, cancellationToken);
        var fresh = 0;
        foreach (var (bulletin, loud) in understood.Zip(Loud(understood, alerts)))
        {
            if (await Take(db, bulletin, row.Id, loud, cancellationToken))
            {
                fresh++;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        return fresh;
    }

    /// <summary>An entry that cannot be understood is set aside with its reason; the others go on.</summary>
    private List<Understood> Understand(SourceDefinition source, ReadResult result)
    {
        var home = reading.HomeOf(source, result);
        var understood = new List<Understood>(result.Entries.Count);
        foreach (var entry in result.Entries)
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

    private async Task<bool> Take(BotDb db, Understood understood, long documentId, bool loud, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await BulletinIntake.Take(db, understood.Draft with { DocumentId = documentId }, cancellationToken);
        if (taken is Taken.Revised { Bulletin: var revised, Before: { } before })
        {
            await FanOut.OweUpdates(db, revised.Id, Change.Between(before, revised), now, cancellationToken);
        }

        if (taken is not Taken.New(var bulletin))
        {
            return false;
        }

        foreach (var match in understood.Matches)
        {
            db.Add(new MatchRow
            {
                BulletinId = bulletin.Id,
                TopicId = match.Topic.Id,
                Priority = match.Topic.Priority,
                Evidence = [.. match.Evidence],
                MatchedAt = now,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        if (loud && understood.Matches.Count > 0)
        {
            await FanOut.Owe(db, bulletin.Id, bulletin.StoryId, now, cancellationToken);
        }

        return true;
    }

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
            Error = result.Error,
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
