using Bot.Bulletins.Facts;
using Bot.Bulletins.Lifecycle;
using Bot.Storage;

namespace Bot.Bulletins;

/// <summary>What is kept beside a bulletin, new or revised: its facts and its place in its document's life. Within the caller's transaction.</summary>
internal static class BulletinRecords
{
    public static async Task Keep(BotDb db, Taken taken, BulletinDraft draft, CancellationToken cancellationToken)
    {
        var bulletin = taken switch
        {
            Taken.New(var added) => added,
            Taken.Revised(var revised) => revised,
            _ => null,
        };
        if (bulletin is not null)
        {
            await KeptFacts.Keep(db, bulletin.Id, draft.Facts, cancellationToken);
            await DocumentLife.Keep(db, bulletin, draft.Facts, cancellationToken);
        }
    }
}
