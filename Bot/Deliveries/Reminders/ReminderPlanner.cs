using Bot.Bulletins.Facts;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>
/// Owes reminders when they fall due, never before: what is asked is always what the facts say now, so a revision that moves a date moves
/// its reminder, and what was withdrawn reminds of nothing. Planning twice owes nothing twice: the unique key of deliveries decides.
/// </summary>
internal sealed class ReminderPlanner(BotDbFactory databases, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>So many days of standing still are made up for, as long as the date itself is still to come.</summary>
    private const int MostDaysLate = 3;

    /// <returns>How many reminders are newly owed.</returns>
    public async Task<int> Plan(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var wishes = await (from s in db.Set<SubscriptionRow>()
                            join c in db.Set<ChatRow>() on s.ChatId equals c.Id
                            where s.RemindDays != null && c.State == ChatState.Active
                            select new { c.TimeZone, Days = s.RemindDays!.Value }).Distinct().ToListAsync(cancellationToken);
        var owed = 0;
        foreach (var wish in wishes)
        {
            var zone = TimeZoneInfo.TryFindSystemTimeZoneById(wish.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
            for (var late = 0; late <= Math.Min(wish.Days, MostDaysLate); late++)
            {
                var date = today.AddDays(wish.Days - late);
                if (Reminders.DueAt(date, wish.Days, zone) is var dueAt && dueAt <= now)
                {
                    owed += await Owe(db, wish.TimeZone, wish.Days, date, dueAt, now, cancellationToken);
                }
            }
        }

        if (owed > 0)
        {
            signal.Raise();
        }

        return owed;
    }

    /// <summary>One reminder for each chat, story and date; what was read, or asked for, only after its moment is none.</summary>
    private static async Task<int> Owe(BotDb db, string zone, int days, DateOnly date, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (due, at, owed) = (dueAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), 0);
        foreach (var kind in Reminders.Kinds)
        {
            var subject = new ReminderSubject(kind, date, days).ToString();
            owed += await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "Subject", "State", "Priority", "DueAt", "Attempts", "CreatedAt")
                SELECT s."ChatId", b."StoryId", MIN(b."Id"), {(int)DeliveryKind.Reminder}, {subject}, {(int)DeliveryState.Pending}, MIN(m."Priority"), {due}, 0, {at}
                FROM facts f
                JOIN bulletins b ON b."Id" = f."BulletinId"
                JOIN matches m ON m."BulletinId" = b."Id"
                JOIN subscriptions s ON s."TopicId" = m."TopicId"
                JOIN chats c ON c."Id" = s."ChatId"
                WHERE f."Date" = {date} AND f."Kind" = {(int)kind} AND b."WithdrawnAt" IS NULL AND b."SeenAt" < {due}
                    AND s."RemindDays" = {days} AND s."RemindsSince" < {due} AND (s."MutedUntil" IS NULL OR s."MutedUntil" <= {at})
                    AND c."State" = {(int)ChatState.Active} AND c."TimeZone" = {zone}
                GROUP BY s."ChatId", b."StoryId"
                ON CONFLICT DO NOTHING
                """,
                cancellationToken);
        }

        return owed;
    }
}
