using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>What is owed and how late it is; what is stuck, and sending it again.</summary>
internal sealed class DeliveriesPage(Ledger ledger, DeliveryProof proof, AuditTrail audit, DeliverySignal signal, BotDbFactory databases, TimeProvider clock) : IAdminPage
{
    private const int Shown = 10;
    private const int LongestTitle = 40;

    public string Name => "deliveries";

    public IReadOnlyList<string> Aliases => ["推送", "delivery"];

    public int Rank => 3;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken) => words switch
    {
        [] => turn.Show(await Figures(turn, cancellationToken)),
        ["stuck" or "卡住"] => turn.Show(await Stuck(turn, cancellationToken)),
        ["retry" or "重试"] => turn.May(AdminRole.Editor)
            ? turn.Show(new Draft().Bold(turn.Say("deliveries.retry-ask")).Text(turn.Say("deliveries.retry-what")).Row(turn.Do(turn.Say("deliveries.retry"), "again"), turn.Back()).Done())
            : turn.NotAllowed(AdminRole.Editor),
        ["again"] => turn.May(AdminRole.Editor) ? await Again(turn, cancellationToken) : turn.NotAllowed(AdminRole.Editor),
        _ => turn.Typed is null ? turn.Stale() : turn.Show(await Figures(turn, cancellationToken)),
    };

    private async Task<Message> Figures(AdminTurn turn, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        var rows = db.Set<DeliveryRow>();
        var active = db.Set<ChatRow>().Where(c => c.State == ChatState.Active);
        var waiting = rows.Where(d => d.State == DeliveryState.Pending && d.MergedInto == null && d.DueAt <= now && active.Any(c => c.Id == d.ChatId));
        var due = await waiting.CountAsync(cancellationToken);
        var oldest = due == 0 ? (DateTimeOffset?)null : await waiting.MinAsync(d => d.DueAt, cancellationToken);
        var sent = await rows.CountAsync(d => d.SentAt >= hour, cancellationToken);
        var ended = (await rows.Where(d => d.CreatedAt >= day && (d.State == DeliveryState.Unknown || d.State == DeliveryState.Dead || d.State == DeliveryState.Suppressed))
            .GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(e => e.Key, e => e.Count);
        var stuck = (await ledger.Stuck(cancellationToken)).Count;
        var draft = new Draft()
            .Bold(turn.Say("deliveries.title"))
            .Text(oldest is { } at ? turn.Say("deliveries.lag", due, Length(turn, now - at)) : turn.Say("deliveries.no-lag"))
            .Text(turn.Say("deliveries.sent", sent))
            .Text(turn.Say("deliveries.ended", ended.GetValueOrDefault(DeliveryState.Dead), ended.GetValueOrDefault(DeliveryState.Unknown), ended.GetValueOrDefault(DeliveryState.Suppressed)))
            .Row(turn.Do(turn.Say("deliveries.stuck", stuck), "stuck"))
            .Row(turn.Menu());
        if (proof.Latest is { } proven)
        {
            draft.Text(proven.Holds
                ? turn.Say("deliveries.proven", turn.Turn.Moment(proven.At))
                : turn.Say("deliveries.not-proven", turn.Turn.Moment(proven.At), proven.Lacking, proven.Late));
        }

        return draft.Done();
    }

    private async Task<Message> Stuck(AdminTurn turn, CancellationToken cancellationToken)
    {
        var stuck = await ledger.Stuck(cancellationToken);
        if (stuck.Count == 0)
        {
            return new Draft().Text(turn.Say("deliveries.none-stuck")).Row(turn.Back()).Done();
        }

        var draft = new Draft().Bold(turn.Say("deliveries.stuck", stuck.Count));
        foreach (var line in stuck.Take(Shown))
        {
            var title = line.Title is { } full ? full.To(LongestTitle) : turn.Say("kind.delivery." + (line.Kind == DeliveryKind.Notice ? "notice" : "digest"));
            draft.Line(new Span(turn.Say("deliveries.to", line.ChatId), SpanStyle.Bold), new Span(title))
                .Line(new Span(string.Join(" · ", new[] { line.QueuedAt is { } at ? turn.Turn.Moment(at) : null, turn.Say("state." + line.State), line.Reason }.OfType<string>()), SpanStyle.Italic));
        }

        return draft.Row(turn.May(AdminRole.Editor) ? [turn.Do(turn.Say("deliveries.retry"), "retry"), turn.Back()] : [turn.Back()]).Done();
    }

    /// <summary>
    /// What may have arrived, and what waits for a later try, is due now. One that is being sent at this moment is left alone; so is what
    /// a chat has refused: it comes when the chat is back.
    /// </summary>
    private async Task<Reply> Again(AdminTurn turn, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var active = db.Set<ChatRow>().Where(c => c.State == ChatState.Active);
        var unknown = await db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Unknown && d.LeaseOwner == null && active.Any(c => c.Id == d.ChatId))
            .ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, DeliveryState.Pending).SetProperty(x => x.DueAt, now).SetProperty(x => x.Attempts, 0).SetProperty(x => x.Reason, "an admin asked for it again"),
                cancellationToken);
        var late = await db.Set<ChatRow>().Where(c => c.State == ChatState.Active && c.PausedUntil > now)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.PausedUntil, (DateTimeOffset?)null), cancellationToken);
        await audit.Note(turn.Who, "deliveries.retry", "", $"{unknown} unknown, {late} paused chats", cancellationToken);
        signal.Raise();
        return turn.Show(await Figures(turn, cancellationToken), turn.Say("deliveries.retried", unknown, late));
    }

    private static string Length(AdminTurn turn, TimeSpan length) => length.TotalMinutes < 1
        ? turn.Say("length.seconds", (int)length.TotalSeconds)
        : length.TotalHours < 2 ? turn.Say("length.minutes", (int)length.TotalMinutes) : turn.Say("length.hours", (int)length.TotalHours);
}
