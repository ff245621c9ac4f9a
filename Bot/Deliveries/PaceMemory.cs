using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>Keeps what the pacer learned, and what it knows of the last minute, over restarts.</summary>
internal sealed class PaceMemory(BotDbFactory databases, DeliveryStore store, Pacer pacer, TimeProvider clock)
{
    public async Task Keep(IChannel channel, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        if (pacer.Lesson(channel) is not { } lesson)
        {
            await db.Set<PaceRow>().Where(p => p.Channel == channel.Name).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        var now = clock.GetUtcNow();
        var (refused, paused) = ((now - lesson.RefusedAgo).ToUnixTimeMilliseconds(), (now + lesson.PausedFor).ToUnixTimeMilliseconds());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO paces ("Channel", "Share", "Ceiling", "RefusedAt", "PausedUntil") VALUES ({channel.Name}, {lesson.Share}, {lesson.Ceiling}, {refused}, {paused})
            ON CONFLICT ("Channel") DO UPDATE SET
                "Share" = excluded."Share", "Ceiling" = excluded."Ceiling", "RefusedAt" = excluded."RefusedAt", "PausedUntil" = excluded."PausedUntil"
            """,
            cancellationToken);
    }

    public async Task Recall(IReadOnlyList<IChannel> channels, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        foreach (var row in await db.Set<PaceRow>().AsNoTracking().ToListAsync(cancellationToken))
        {
            if (channels.FirstOrDefault(c => c.Name == row.Channel) is { } channel)
            {
                pacer.Recall(channel, new Learned(row.Share, row.Ceiling, Elapsed(now - row.RefusedAt), Elapsed(row.PausedUntil - now)));
            }
        }

        foreach (var sent in await store.Recent(cancellationToken))
        {
            if (channels.FirstOrDefault(c => c.Name == sent.Channel) is { } channel)
            {
                pacer.Remember(channel, sent.Address, sent.IsGroup, Elapsed(now - sent.At));
            }
        }
    }

    /// <summary>A wall clock that was set back must not make a pause endless.</summary>
    private static TimeSpan Elapsed(TimeSpan time) => TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, TimeSpan.TicksPerHour));
}
