using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Sources.Health;
using Bot.Storage;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The sources: how each fares; reading now, pausing, adding one after seeing what it would give.</summary>
internal sealed class SourcesPage(
    SourceCatalogue sources, SourceKeeper keeper, ISourceReading reading, SourcePreviewText previews, PendingActs pending, AuditTrail audit, BotDbFactory databases, TimeProvider clock) : IAdminPage
{
    /// <summary>In days; enough to tell a habit (<see cref="Silence"/>).</summary>
    private const int LookedBack = 70;

    public string Name => "sources";

    public IReadOnlyList<string> Aliases => ["来源", "source"];

    public int Rank => 1;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(await List(turn, 0, cancellationToken));
            case ["list", var page] when long.TryParse(page, out var number):
                return turn.Show(await List(turn, number, cancellationToken));
            case ["add" or "添加"]:
                return turn.May(AdminRole.Editor) ? turn.Show(How(turn)) : turn.NotAllowed(AdminRole.Editor);
            case ["add" or "添加", var address, ..]:
                return turn.May(AdminRole.Editor) ? Preview(turn, address) : turn.NotAllowed(AdminRole.Editor);
            case ["save", var code]:
                return await Save(turn, code, cancellationToken);
            case ["drop", var code]:
                pending.Take<SourceDefinition>(code, turn.Who);
                return turn.Show(await List(turn, 0, cancellationToken), turn.Say("dropped"));
        }

        var (act, named) = words switch { [var id] => ("show", id), [var verb, var id, ..] => (verb, id), _ => ("", "") };
        if (Find(named) is not { } source)
        {
            return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Say("sources.none", named) + "\n" + turn.Say("sources.how"));
        }

        return act is "show" or "查看"
            ? turn.Show(await Page(turn, source, cancellationToken))
            : turn.May(AdminRole.Editor) ? await Change(turn, act, source, cancellationToken) : turn.NotAllowed(AdminRole.Editor);
    }

    private async Task<Reply> Change(AdminTurn turn, string act, SourceDefinition source, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case "read" or "读取" when source.Kind != SourceKind.Push:
                await audit.Note(turn.Who, "source.read", source.Id, "", cancellationToken);
                return turn.Work(Message.Plain(turn.Say("sources.reading", source.Name)), async (_, token) => await Read(turn, source, token));
            case "pause" or "暂停" or "resume" or "恢复":
                var rests = act is "pause" or "暂停";
                await keeper.Pause(source.Id, rests, turn.Who, cancellationToken);
                await audit.Note(turn.Who, rests ? "source.pause" : "source.resume", source.Id, "", cancellationToken);
                return turn.Show(await Page(turn, Find(source.Id) ?? source, cancellationToken), turn.Say(rests ? "sources.paused" : "sources.resumed", source.Name));
            case "remove" or "移除" when source.IsKept:
                return turn.Show(new Draft().Text(turn.Say("sources.remove-ask", source.Name))
                    .Row(turn.Do(turn.Say("sources.remove"), "gone", ShortKey.Of(source.Id)), turn.Do(turn.Say("back"), "show", ShortKey.Of(source.Id))).Done());
            case "gone" when source.IsKept:
                await keeper.Remove(source.Id, cancellationToken);
                await audit.Note(turn.Who, "source.remove", source.Id, source.Location, cancellationToken);
                return turn.Show(await List(turn, 0, cancellationToken), turn.Say("sources.removed", source.Name));
            default:
                return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Say("sources.how"));
        }
    }

    private async Task<Message> List(AdminTurn turn, long page, CancellationToken cancellationToken)
    {
        var all = sources.Sources;
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<SourceRow>().AsNoTracking().ToDictionaryAsync(r => r.Id, cancellationToken);
        var marks = all.ToDictionary(s => s.Id, s => Mark(s, rows.GetValueOrDefault(s.Id)));
        var pages = Math.Max(1, (all.Count + AdminTurn.PageSize - 1) / AdminTurn.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(turn.Say("sources.title", all.Count))
            .Text(turn.Say("sources.counts", marks.Values.Count(m => m == "✓"), marks.Values.Count(m => m == "✗"), marks.Values.Count(m => m == "‖"), marks.Values.Count(m => m == "·")));
        foreach (var source in all.Skip((int)page * AdminTurn.PageSize).Take(AdminTurn.PageSize))
        {
            draft.Row(turn.Do($"{marks[source.Id]} {source.Name}", "show", ShortKey.Of(source.Id)));
        }

        draft.Row(turn.Turning("list", page, pages));
        return draft.Row(turn.May(AdminRole.Editor) ? [turn.Do(turn.Say("sources.add"), "add"), turn.Menu()] : [turn.Menu()]).Done();
    }

    private static string Mark(SourceDefinition source, SourceRow? row) => source.IsPaused ? "‖" : row switch
    {
        null or { LastSuccessAt: null, LastError: null } => "·",
        { LastError: not null } => "✗",
        _ => "✓",
    };

    private async Task<Message> Page(AdminTurn turn, SourceDefinition source, CancellationToken cancellationToken, string? news = null)
    {
        await using var db = databases.CreateDbContext();
        var now = clock.GetUtcNow();
        var row = await db.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == source.Id, cancellationToken) ?? new SourceRow { Id = source.Id };
        var (since, week) = (now.AddDays(-LookedBack), now.AddDays(-7));
        var published = await db.Set<BulletinRow>().Where(b => b.SourceId == source.Id && b.PublishedAt >= since).Select(b => b.PublishedAt!.Value).ToListAsync(cancellationToken);
        var brought = await db.Set<BulletinRow>().CountAsync(b => b.SourceId == source.Id && b.SeenAt >= week, cancellationToken);
        var draft = new Draft().Bold($"{Mark(source, row)} {source.Name}");
        if (news is not null)
        {
            draft.Text(news);
        }

        draft.Text(source.IsPaused ? turn.Say("sources.rests") : SourceHealth.Of(row, published, turn.Turn.Zone, now).In(turn.Language))
            .Text(turn.Say("sources.brought", brought));
        if (!source.IsPaused && source is { Kind: not SourceKind.Push, Schedule: null } && row.NextPollAt is { } next && next > now)
        {
            draft.Text(turn.Say("sources.next", turn.Turn.Moment(next)));
        }

        draft.Line(new Span(source.Location, SpanStyle.Code)).Text(turn.Say(source.IsKept ? "sources.of-chat" : "sources.of-file", source.Id));
        var key = ShortKey.Of(source.Id);
        if (turn.May(AdminRole.Editor) && source.Kind != SourceKind.Push)
        {
            draft.Row(
                turn.Do(turn.Say("sources.read"), "read", key),
                source.IsPaused ? turn.Do(turn.Say("sources.resume"), "resume", key) : turn.Do(turn.Say("sources.pause"), "pause", key));
        }

        return draft.Row(turn.May(AdminRole.Editor) && source.IsKept ? [turn.Do(turn.Say("sources.remove"), "remove", key), turn.Back()] : [turn.Back()]).Done();
    }

    private async Task<Reply> Read(AdminTurn turn, SourceDefinition source, CancellationToken cancellationToken)
    {
        var brought = await reading.ReadNow(source.Id, cancellationToken);
        return new Reply([], await Page(turn, Find(source.Id) ?? source, cancellationToken, turn.Say("sources.was-read", brought)));
    }

    private static Message How(AdminTurn turn) => new Draft().Bold(turn.Say("sources.add")).Text(turn.Say("sources.add-how"))
        .Line(new Span("/admin sources add https://…", SpanStyle.Code)).Row(turn.Back()).Done();

    private Reply Preview(AdminTurn turn, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return turn.Refuse(turn.Say("sources.no-address", address));
        }

        var name = turn.After(2);
        return turn.Work(Message.Plain(turn.Say("sources.looking", url.Host)), async (_, token) =>
        {
            var preview = await reading.Preview(address, name.Length == 0 ? null : name, token);
            return new Reply([], preview is SourcePreview.Readable readable
                ? previews.Compose(turn, readable, sources.Sources.FirstOrDefault(s => s.Location == readable.Source.Location), pending.Keep(readable.Source, turn.Who))
                : SourcePreviewText.Compose(turn, (SourcePreview.Unreadable)preview));
        });
    }

    private async Task<Reply> Save(AdminTurn turn, string code, CancellationToken cancellationToken)
    {
        if (!turn.May(AdminRole.Editor) || pending.Take<SourceDefinition>(code, turn.Who) is not { } source)
        {
            return turn.Stale();
        }

        if (!await keeper.Add(source, turn.Who, cancellationToken))
        {
            return turn.Refuse(turn.Say("sources.known", source.Name));
        }

        await audit.Note(turn.Who, "source.add", source.Id, source.Location, cancellationToken);
        return turn.Show(await Page(turn, Find(source.Id) ?? source, cancellationToken), turn.Say("sources.added", source.Name));
    }

    private SourceDefinition? Find(string named) =>
        sources.Sources.FirstOrDefault(s => s.Id == named || ShortKey.Of(s.Id) == named) ?? sources.Sources.FirstOrDefault(s => s.Name == named);
}
