using System.Collections.Concurrent;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

/// <summary>
/// Keeps subscribers' own rules: within limits, and not before the archive said that a rule will not flood its chat. A watch is a row, a
/// subscription of its chat to its key, and a place in the index that new bulletins are held against.
/// </summary>
internal sealed class WatchKeeper(
    IDbContextFactory<BotDb> databases, IWatchIndex index, RuleTrial trial, TopicCatalogue topics, IOptions<WatchesOptions> options, TimeProvider clock)
{
    /// <summary>Of fewer bulletins a share says nothing.</summary>
    private const int Telling = 20;

    private readonly ConcurrentDictionary<long, byte> _loaded = [];
    private long _last;

    /// <summary>Puts all watches of the database in force, if they are others than before.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (_last > 0)
        {
            foreach (var row in await db.Set<WatchRow>().AsNoTracking().Where(w => w.Id > _last).OrderBy(w => w.Id).ToListAsync(cancellationToken))
            {
                PutInForce(row);
            }
        }

        if (await db.Set<WatchRow>().CountAsync(cancellationToken) != _loaded.Count)
        {
            var rows = await db.Set<WatchRow>().AsNoTracking().Select(w => new { w.Id, w.Rule }).ToListAsync(cancellationToken);
            index.Replace(rows.Select(w => (w.Id, w.Rule)));
            _loaded.Clear();
            rows.ForEach(w => _loaded[w.Id] = 0);
            _last = rows.Count == 0 ? 0 : rows.Max(w => w.Id);
        }
    }

    /// <summary>Watches that match nothing, since their rules are none any more.</summary>
    public IReadOnlyCollection<long> SetAside => index.SetAside;

    public async Task<IReadOnlyList<WatchRow>> Of(long chatId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<WatchRow>().AsNoTracking().Where(w => w.ChatId == chatId).OrderBy(w => w.Id).ToListAsync(cancellationToken);
    }

    public async Task<WatchOutcome> Add(long chatId, string typed, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var rule = typed.Trim();
        if (rule.Length > settings.LongestRule)
        {
            return new WatchOutcome.TooLong(rule.Length, settings.LongestRule);
        }

        if (RuleParser.Parse(rule) is RuleResult.Refused(var error))
        {
            return new WatchOutcome.NoRule(error);
        }

        var mine = await Of(chatId, cancellationToken);
        if (mine.FirstOrDefault(w => w.Rule == rule) is { } known)
        {
            return new WatchOutcome.Known(known);
        }

        if (mine.Count >= settings.Most)
        {
            return new WatchOutcome.TooMany(settings.Most);
        }

        switch (await trial.Try(new TrialRequest(rule, settings.EstimateOver) { Samples = 3 }, null, cancellationToken))
        {
            case TrialResult.NoTopic(var id):
                return new WatchOutcome.NoTopic(id);
            case TrialResult.Tried when HoldsForNothing(rule):
                return new WatchOutcome.HoldsForNothing();
            case TrialResult.Tried estimate when estimate.ADay > settings.MostADay || (estimate.Bulletins >= Telling && estimate.Caught > settings.MostShare * estimate.Bulletins):
                return new WatchOutcome.TooGeneral(estimate, settings.MostADay);
            case TrialResult.Tried estimate:
                return new WatchOutcome.Added(await Keep(chatId, rule, cancellationToken), estimate);
            default:
                throw new InvalidOperationException("A rule that parses is tried.");
        }
    }

    /// <returns>The rule that was watched; null where the chat has no such watch.</returns>
    public async Task<string?> Remove(long chatId, long watchId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<WatchRow>().SingleOrDefaultAsync(w => w.Id == watchId && w.ChatId == chatId, cancellationToken) is not { } row)
        {
            return null;
        }

        var key = WatchKey.Of(watchId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<SubscriptionRow>().Where(s => s.ChatId == chatId && s.TopicId == key).ExecuteDeleteAsync(cancellationToken);
        db.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        index.Remove(watchId);
        _loaded.TryRemove(watchId, out _);
        return row.Rule;
    }

    private void PutInForce(WatchRow row)
    {
        if (_loaded.TryAdd(row.Id, 0))
        {
            index.Add(row.Id, row.Rule);
        }

        _last = Math.Max(_last, row.Id);
    }

    private async Task<WatchRow> Keep(long chatId, string rule, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = new WatchRow { ChatId = chatId, Rule = rule, CreatedAt = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new SubscriptionRow { ChatId = chatId, TopicId = WatchKey.Of(row.Id), CreatedAt = row.CreatedAt });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        PutInForce(row);
        return row;
    }

    private bool HoldsForNothing(string rule)
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([.. topics.Topics.Where(_ => rule.Contains("topic", StringComparison.OrdinalIgnoreCase)), WatchTopic.Of(0, rule)]);
        return catalogue.Match(new RuleText()).Any(m => WatchKey.Is(m.Topic.Id));
    }
}
