using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Pipeline;

/// <summary>
/// Before a job runs it claims its scheduled time in the database: a clustered scheduler may fire one trigger on two nodes at once
/// (docs/decisions/0003-quartz-ticks-the-database-decides.md), and only one of them finds the row free.
/// </summary>
internal sealed class JobClaims(BotDbFactory databases)
{
    /// <summary>How long claims are kept; a trigger fires late by minutes at most.</summary>
    private static readonly TimeSpan _keep = TimeSpan.FromDays(2);

    /// <returns>Whether this process may run the job for that time.</returns>
    public async Task<bool> Take(string job, DateTimeOffset scheduledAt, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var moment = scheduledAt.ToUnixTimeMilliseconds();
        var old = scheduledAt.Subtract(_keep).ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync($"DELETE FROM job_claims WHERE \"Job\" = {job} AND \"ScheduledAt\" < {old}", cancellationToken);
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO job_claims (\"Job\", \"ScheduledAt\") VALUES ({job}, {moment}) ON CONFLICT DO NOTHING", cancellationToken) == 1;
    }
}
