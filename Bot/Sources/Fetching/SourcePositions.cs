using Bot.Sources.Pages.EPaper;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Sources.Fetching;

/// <summary>Positions in the database.</summary>
internal static class SourcePositions
{
    /// <summary>A source that was given another location starts anew there; which contents of a folder were read is known still.</summary>
    public static async Task<SourcePosition> Load(BotDb db, SourceDefinition source, CancellationToken cancellationToken)
    {
        var row = await db.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == source.Id, cancellationToken);
        var position = row is null || (row.Location is not null && row.Location != source.Location) ? SourcePosition.Start : Of(row);
        if (source.Kind != SourceKind.Pages || EPaperTemplate.Is(source.Location))
        {
            return position;
        }

        var known = await db.Set<DocumentRow>().Where(d => d.SourceId == source.Id).Select(d => d.Sha256).ToListAsync(cancellationToken);
        return position with { Known = known.ToHashSet(StringComparer.Ordinal) };
    }

    public static SourcePosition Of(SourceRow row) => new()
    {
        ETag = row.ETag,
        LastModified = row.LastModified,
        BodySha256 = row.BodySha256,
        LastEdition = row.LastEdition,
        MovedTo = row.MovedTo,
        MovingTo = row.MovingTo,
        MovingSince = row.MovingSince,
        NotBefore = row.NotBefore,
    };

    /// <summary>Writes the position into the row; the caller saves it, in the transaction of what the fetch brought.</summary>
    public static void ApplyTo(this SourcePosition position, SourceRow row)
    {
        row.ETag = position.ETag;
        row.LastModified = position.LastModified;
        row.BodySha256 = position.BodySha256;
        row.LastEdition = position.LastEdition;
        row.MovedTo = position.MovedTo;
        row.MovingTo = position.MovingTo;
        row.MovingSince = position.MovingSince;
        row.NotBefore = position.NotBefore;
    }
}
