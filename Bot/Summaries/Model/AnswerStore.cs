using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Summaries.Model;

/// <summary>The model's answers and its budget, in the database: a restart forgets neither, and several processes share both.</summary>
internal sealed class AnswerStore(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    public async Task<ModelAnswer?> Find(string key, CancellationToken cancellationToken) =>
        (await Find([key], cancellationToken)).GetValueOrDefault(key);

    /// <summary>Those that were asked before, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ModelAnswer>> Find(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return new Dictionary<string, ModelAnswer>();
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ModelAnswerRow>().AsNoTracking().Where(a => keys.Contains(a.Key)).ToDictionaryAsync(
            a => a.Key, a => a.Text is { } text ? (ModelAnswer)new ModelAnswer.Shown(text) : new ModelAnswer.Refused(a.Refusal ?? ""), cancellationToken);
    }

    /// <summary>Keeps what was said, and at most <paramref name="most"/> answers in all: the oldest go.</summary>
    public async Task Keep(string key, ModelAnswer answer, int most, CancellationToken cancellationToken)
    {
        var (text, refusal) = answer switch
        {
            ModelAnswer.Shown(var shown) => (shown, (string?)null),
            ModelAnswer.Refused(var why) => (null, why),
            _ => ((string?)null, (string?)null),
        };
        if ((text ?? refusal) is null)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO model_answers ("Key", "Text", "Refusal", "AskedAt") VALUES ({key}, {text}, {refusal}, {at}) ON CONFLICT DO NOTHING
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM model_answers WHERE "AskedAt" < (SELECT "AskedAt" FROM model_answers ORDER BY "AskedAt" DESC LIMIT 1 OFFSET {most - 1})
            """, cancellationToken);
    }

    /// <summary>Takes one question from the day's budget; false where it is spent.</summary>
    public async Task<bool> TryTake(int budget, CancellationToken cancellationToken)
    {
        if (budget == 0)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO model_days ("Day", "Asked", "Shown", "Refused", "Unanswered") VALUES ({Today}, 1, 0, 0, 0)
            ON CONFLICT ("Day") DO UPDATE SET "Asked" = model_days."Asked" + 1 WHERE model_days."Asked" < {budget}
            """, cancellationToken) == 1;
    }

    /// <summary>What came of a question, for admins.</summary>
    public async Task Count(ModelAnswer answer, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = db.Set<ModelDayRow>().Where(d => d.Day == Today);
        await (answer switch
        {
            ModelAnswer.Shown => today.ExecuteUpdateAsync(d => d.SetProperty(x => x.Shown, x => x.Shown + 1), cancellationToken),
            ModelAnswer.Refused => today.ExecuteUpdateAsync(d => d.SetProperty(x => x.Refused, x => x.Refused + 1), cancellationToken),
            _ => today.ExecuteUpdateAsync(d => d.SetProperty(x => x.Unanswered, x => x.Unanswered + 1), cancellationToken),
        });
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
