using Bot.Bulletins.Facts;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Bulletins.Stories;

/// <summary>
/// The stories of the last days, in memory: loaded from the database when first needed, and caught up with it before each intake, so that
/// what another process took in is known too. One intake at a time, over all processes: two outlets that print the same text in the same
/// second are one story.
/// </summary>
internal sealed class StoryIndex(IOptions<StoryOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _forgets = TimeSpan.FromHours(6);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly StoryFinder _finder = new();
    private readonly Dictionary<long, (string SourceId, DateTimeOffset SeenAt)> _known = [];
    private long _newest;
    private DateTimeOffset _forgotAt;

    /// <summary>An advisory lock of PostgreSQL, among those of this program; SQLite lets one transaction write anyway.</summary>
    private const long Lock = 0x46617875_6E53746F;

    /// <summary>Until the caller's transaction is committed; it begins after this. Whatever else is asked of the index is asked within.</summary>
    public async Task<IDisposable> Enter(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    /// <summary>Keeps other processes out of the stories until the caller's transaction ends.</summary>
    public static async Task KeepAlone(BotDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        }
    }

    /// <summary>Takes in what is stored and not known here yet. Within the caller's transaction, which then has the stories to itself.</summary>
    public async Task CatchUp(BotDb db, CancellationToken cancellationToken)
    {
        await KeepAlone(db, cancellationToken);
        ForgetOld();
        var since = clock.GetUtcNow() - options.Value.Window;
        var fresh = db.Set<BulletinRow>().AsNoTracking().Where(b => b.Id > _newest && b.SeenAt >= since).OrderBy(b => b.Id);
        await foreach (var bulletin in fresh.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _newest = bulletin.Id;
            _known[bulletin.Id] = (bulletin.SourceId, bulletin.SeenAt);
            _finder.Add(ItemOf(bulletin));
        }
    }

    /// <summary>What another source told and this bulletin tells too; null where it is news. It may have been deleted since.</summary>
    public StoryTold? Find(BulletinRow bulletin) =>
        _finder.Find(ItemOf(bulletin), id => _known[id].SourceId != bulletin.SourceId) is { } match
            ? new StoryTold(match.Id, match.IsFuller)
            : null;

    /// <summary>Nothing joins a deleted bulletin any more.</summary>
    public void Forget(long bulletinId)
    {
        _finder.Remove(bulletinId);
        _known.Remove(bulletinId);
    }

    public void Dispose() => _turn.Dispose();

    private void ForgetOld()
    {
        var now = clock.GetUtcNow();
        if (now - _forgotAt < _forgets)
        {
            return;
        }

        _forgotAt = now;
        var before = now - options.Value.Window;
        _finder.Forget(before);
        foreach (var (id, known) in _known)
        {
            if (known.SeenAt < before)
            {
                _known.Remove(id);
            }
        }
    }

    private static StoryItem ItemOf(BulletinRow bulletin) => new(
        bulletin.Id,
        bulletin.Title,
        bulletin.Paragraphs,
        NumbersOf(bulletin),
        bulletin.SeenAt);

    private static string[] NumbersOf(BulletinRow bulletin)
    {
        // A number ends in 号; what has none need not be read.
        var numbered = bulletin.Paragraphs.Where(p => p.Contains('号', StringComparison.Ordinal)).ToList();
        return numbered.Count == 0 && bulletin.Title?.Contains('号', StringComparison.Ordinal) != true
            ? []
            : [.. FactReader.Read(new FactInput(bulletin.Title, numbered, null)).Where(f => f.Kind == FactKind.Number).Select(SameNumber)];
    }

    /// <summary>One document's number in one form, however a text writes it: 省政府令 with its full name, 〔2025〕第036号 without 第 and zeros.</summary>
    private static string SameNumber(Fact number)
    {
        var same = (number.Detail ?? number.Value).Replace("〕第", "〕", StringComparison.Ordinal);
        while (same.Contains("〕0", StringComparison.Ordinal))
            same = same.Replace("〕0", "〕", StringComparison.Ordinal);
        return same;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
