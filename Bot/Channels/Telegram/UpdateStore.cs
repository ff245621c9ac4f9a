using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>Updates that were acknowledged before they were handled: a crash loses none of them.</summary>
internal sealed class UpdateStore(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    /// <summary>What another process took and has not handled for so long is handled here.</summary>
    private static readonly TimeSpan _abandoned = TimeSpan.FromSeconds(20);

    /// <summary>Telegram gives up sending an update again after a day.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromHours(25);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <returns>False for one that was here before.</returns>
    public async Task<bool> Keep(int id, string json, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO telegram_updates ("Id", "Json", "Owner", "ReceivedAt") VALUES ({id}, {json}, {_owner}, {now}) ON CONFLICT DO NOTHING""",
            cancellationToken) > 0;
    }

    public async Task Handled(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Set<TelegramUpdateRow>().Where(u => ids.Contains(u.Id))
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.HandledAt, now).SetProperty(x => x.Json, ""), cancellationToken);
    }

    /// <summary>Takes up what a process that is no more left behind, in its order, and forgets what is long done.</summary>
    public async Task<IReadOnlyList<Update>> TakeUp(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await db.Set<TelegramUpdateRow>().Where(u => u.HandledAt != null && u.ReceivedAt < now - _remembered).ExecuteDeleteAsync(cancellationToken);
        var left = await db.Set<TelegramUpdateRow>().AsNoTracking()
            .Where(u => u.HandledAt == null && u.Owner != _owner && u.ReceivedAt < now - _abandoned)
            .OrderBy(u => u.Id).ToListAsync(cancellationToken);
        List<Update> taken = [];
        foreach (var row in left)
        {
            var mine = await db.Set<TelegramUpdateRow>().Where(u => u.Id == row.Id && u.Owner == row.Owner && u.HandledAt == null)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.Owner, _owner), cancellationToken);
            if (mine == 1)
            {
                taken.Add(JsonSerializer.Deserialize<Update>(row.Json, JsonBotAPI.Options)!);
            }
        }

        return taken;
    }
}
