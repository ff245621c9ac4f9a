using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The newest bulletins and those that readers found beside the point; taking one back, or deleting it for good.</summary>
internal sealed class BulletinsPage(
    BulletinShelf shelf, BulletinRemoval removal, BulletinWords origins, TopicCatalogue topics, AuditTrail audit, DeliverySignal signal, BotDbFactory databases, TimeProvider clock) : IAdminPage
{
    private const int Shown = 6;
    private const int LongestLabel = 28;

    public string Name => "bulletins";

    public IReadOnlyList<string> Aliases => ["消息", "bulletin"];

    public int Rank => 5;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(await List(turn, 0, cancellationToken));
            case ["list", var page] when long.TryParse(page, out var number):
                return turn.Show(await List(turn, number, cancellationToken));
            case ["remarks"]:
                return turn.Show(await Remarks(turn, cancellationToken));
        }

        var (act, named) = words switch { [var one] => ("show", one), [var verb, var one, ..] => (verb, one), _ => ("", "") };
        if (!long.TryParse(named.TrimStart('#'), out var id) || await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return turn.Refuse(turn.Turn.Say("bulletin.gone"));
        }

        if (act == "show")
        {
            return turn.Show(await Page(turn, bulletin, cancellationToken));
        }

        if (!turn.May(AdminRole.Editor))
        {
            return turn.NotAllowed(AdminRole.Editor);
        }

        switch (act)
        {
            case "withdraw" or "撤回" or "delete" or "删除":
                var deletes = act is "delete" or "删除";
                return turn.Show(new Draft().Bold(turn.Say(deletes ? "bulletins.delete-ask" : "bulletins.withdraw-ask", bulletin.Title ?? turn.Turn.Say("untitled")))
                    .Text(turn.Say(deletes ? "bulletins.delete-what" : "bulletins.withdraw-what", await Told(id, cancellationToken)))
                    .Row(turn.Do(turn.Say(deletes ? "bulletins.delete" : "bulletins.withdraw"), deletes ? "deleted" : "withdrawn", id), turn.Do(turn.Say("back"), "show", id)).Done());
            case "withdrawn" when bulletin.WithdrawnAt is null:
                await Withdraw(id, turn.Who, cancellationToken);
                await audit.Note(turn.Who, "bulletin.withdraw", $"#{id}", bulletin.Title ?? "", cancellationToken);
                return turn.Show(await Page(turn, (await shelf.Find(id, cancellationToken))!, cancellationToken), turn.Say("bulletins.was-withdrawn"));
            case "restored" or "恢复" when bulletin.WithdrawnAt is not null:
                await Restore(id, cancellationToken);
                await audit.Note(turn.Who, "bulletin.restore", $"#{id}", bulletin.Title ?? "", cancellationToken);
                return turn.Show(await Page(turn, (await shelf.Find(id, cancellationToken))!, cancellationToken), turn.Say("bulletins.was-restored"));
            case "deleted" when await removal.Delete(id, cancellationToken):
                await audit.Note(turn.Who, "bulletin.delete", $"#{id}", bulletin.Title ?? "", cancellationToken);
                return turn.Show(await List(turn, 0, cancellationToken), turn.Say("bulletins.was-deleted"));
            default:
                return turn.Stale();
        }
    }

    private async Task<Message> List(AdminTurn turn, long page, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var all = await db.Set<BulletinRow>().CountAsync(cancellationToken);
        var pages = Math.Max(1, (all + Shown - 1) / Shown);
        page = Math.Clamp(page, 0, pages - 1);
        var newest = await db.Set<BulletinRow>().AsNoTracking().OrderByDescending(b => b.Id).Skip((int)page * Shown).Take(Shown).ToListAsync(cancellationToken);
        var remarks = await db.Set<RemarkRow>().CountAsync(cancellationToken);
        var draft = new Draft().Bold(turn.Say("bulletins.title", all)).Text(turn.Say("bulletins.how"));
        foreach (var bulletin in newest)
        {
            draft.Row(turn.Do(Label(turn, bulletin), "show", bulletin.Id));
        }

        return draft.Row(turn.Turning("list", page, pages)).Row(turn.Do(turn.Say("bulletins.remarks", remarks), "remarks"), turn.Menu()).Done();
    }

    private async Task<Message> Remarks(AdminTurn turn, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<RemarkRow>().AsNoTracking().OrderByDescending(r => r.CreatedAt).Take(200).ToListAsync(cancellationToken);
        var draft = new Draft().Bold(turn.Say("remarks.title"));
        List<Button> buttons = [];
        foreach (var remarks in rows.GroupBy(r => r.BulletinId).Take(Shown))
        {
            if (await shelf.Find(remarks.Key, cancellationToken) is not { } bulletin)
            {
                continue;
            }

            draft.Gap().Line(new Span($"#{bulletin.Id} "), new Span(bulletin.Title ?? turn.Turn.Say("untitled"), SpanStyle.Bold)).Text(turn.Say("remarks.times", remarks.Count()));
            foreach (var topic in remarks.SelectMany(r => r.TopicIds).Distinct().Select(topics.Find).OfType<Topic>())
            {
                draft.Line(new Span(topic.NameIn(turn.Language) + ": "), new Span(topic.Rule, SpanStyle.Code));
            }

            buttons.Add(turn.Do($"#{bulletin.Id}", "show", bulletin.Id));
        }

        return draft.Text(buttons.Count == 0 ? turn.Say("remarks.none") : "").Row(buttons).Row(turn.Back()).Done();
    }

    private async Task<Message> Page(AdminTurn turn, BulletinRow bulletin, CancellationToken cancellationToken)
    {
        var matched = (await shelf.Matches([bulletin.Id], cancellationToken))[bulletin.Id].Select(m => topics.Find(m.TopicId)?.NameIn(turn.Language)).OfType<string>().ToList();
        var draft = new Draft().Bold(bulletin.Title ?? turn.Turn.Say("untitled"))
            .Line(new Span(string.Join(" · ", $"#{bulletin.Id}", origins.Source(bulletin), turn.Turn.When(bulletin)), SpanStyle.Italic))
            .Text(bulletin.Summary)
            .Text(matched.Count == 0 ? turn.Say("preview.no-topic") : turn.Say("bulletins.topics", string.Join(turn.Turn.Say("list.comma"), matched)))
            .Text(turn.Say("bulletins.told", await Told(bulletin.Id, cancellationToken)));
        if (bulletin.WithdrawnAt is { } at)
        {
            draft.Text(turn.Say(bulletin.WithdrawnBy is null ? "bulletins.withdrawn-at" : "bulletins.withdrawn-by", turn.Turn.Moment(at), bulletin.WithdrawnBy));
        }

        draft.Row(new Button(turn.Say("bulletins.read"), TapAction.Of("read", bulletin.Id)), new Button(turn.Say("bulletins.why"), TapAction.Of("why", bulletin.Id)));
        if (turn.May(AdminRole.Editor))
        {
            List<Button> acts = bulletin.WithdrawnAt is null ? [turn.Do(turn.Say("bulletins.withdraw"), "withdraw", bulletin.Id)] : [turn.Do(turn.Say("bulletins.restore"), "restored", bulletin.Id)];
            draft.Row([.. acts, turn.Do(turn.Say("bulletins.delete"), "delete", bulletin.Id)]);
        }

        return draft.Row(turn.Back()).Done();
    }

    /// <summary>In how many chats its alert stands.</summary>
    private async Task<int> Told(long id, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<DeliveryRow>().CountAsync(d => d.BulletinId == id && d.Kind == DeliveryKind.Alert && d.State == DeliveryState.Sent, cancellationToken);
    }

    private async Task Withdraw(long id, string who, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            await db.Set<BulletinRow>().Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.WithdrawnAt, now).SetProperty(x => x.WithdrawnBy, who), cancellationToken);
            await FanOut.OweWithdrawal(db, id, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        signal.Raise();
    }

    /// <summary>Who was told that it was withdrawn is told this too; alerts that were held back then stay so.</summary>
    private async Task Restore(long id, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Set<BulletinRow>().Where(b => b.Id == id)
                .ExecuteUpdateAsync(b => b.SetProperty(x => x.WithdrawnAt, (DateTimeOffset?)null).SetProperty(x => x.WithdrawnBy, (string?)null), cancellationToken);
            await FanOut.OweUpdates(db, id, Change.Restoration, clock.GetUtcNow(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        signal.Raise();
    }

    private static string Label(AdminTurn turn, BulletinRow bulletin)
    {
        var title = bulletin.Title ?? turn.Turn.Say("untitled");
        return (bulletin.WithdrawnAt is null ? "" : "✗ ") + title.To(LongestLabel);
    }
}
