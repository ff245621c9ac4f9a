using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The topics: each with its rule, its history and what it would have caught; made and edited by a text that is shown to copy.</summary>
internal sealed class TopicsPage(
    TopicCatalogue topics, TopicBook book, TopicCommand command, TryRuleCommand trying, TopicAudit topicAudit, BotDbFactory databases) : IAdminPage
{
    private static readonly TimeSpan _tried = TimeSpan.FromDays(30);

    public string Name => "topics";

    public IReadOnlyList<string> Aliases => ["主题", "topic"];

    public int Rank => 2;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(await List(turn, 0, cancellationToken));
            case ["list", var page] when long.TryParse(page, out var number):
                return turn.Show(await List(turn, number, cancellationToken));
            case ["audit"]:
                return turn.Work(Message.Plain(turn.Say("topics.auditing")), (tell, token) => Audit(turn, tell, token));
            case ["new", ..] when !turn.May(AdminRole.Editor):
                return turn.NotAllowed(AdminRole.Editor);
            case ["new"]:
                return turn.Show(Template(turn, new Topic { Id = "my-topic", NameZh = "", NameEn = "", Rule = "" }, isNew: true));
            case ["new" or "edit" or "undo" or "suggest" or "invite", _, ..] when turn.Typed is not null:
                return await command.Run(turn.Turn, turn.Typed, cancellationToken);
            case ["history", var id]:
                return turn.Show(WithBack(turn, TopicViews.History(turn.Turn, Id(id), topics.Named(Id(id)), await book.History(Id(id), cancellationToken)), id));
            case ["on" or "off", var id]:
                return await Switch(turn, Id(id), words[0] == "off", cancellationToken);
        }

        var (act, named) = words switch { [var one] => ("show", one), [var verb, var one, ..] => (verb, one), _ => ("", "") };
        if ((topics.ByKey(named) ?? topics.Named(named)) is not { } topic)
        {
            return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Turn.Tell("topic.none", named));
        }

        return act switch
        {
            "show" => turn.Show(Page(turn, topic)),
            "try" => turn.Work(Message.Plain(turn.Say("topics.trying", topic.NameIn(turn.Language))), async (tell, token) => new Reply([], WithBack(
                turn, Message.Plain(await trying.Tried(turn.Turn, new TrialRequest(topic.Rule, _tried, null), tell, token)), TopicKey.Of(topic)))),
            "how" when turn.May(AdminRole.Editor) => turn.Show(Template(turn, topic, isNew: false)),
            _ => turn.Stale(),
        };
    }

    private async Task<Message> List(AdminTurn turn, long page, CancellationToken cancellationToken)
    {
        var all = topics.Topics;
        var pages = Math.Max(1, (all.Count + AdminTurn.PageSize - 1) / AdminTurn.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(turn.Say("topics.title", all.Count)).Text(turn.Say("topics.how"));
        foreach (var row in all.Skip((int)page * AdminTurn.PageSize).Take(AdminTurn.PageSize).Chunk(2))
        {
            draft.Row(row.Select(t => turn.Do(t.NameIn(turn.Language), "show", TopicKey.Of(t))));
        }

        foreach (var off in page == pages - 1 && turn.May(AdminRole.Editor) ? await SwitchedOff(cancellationToken) : [])
        {
            draft.Row(turn.Do(turn.Say("topics.on", off.NameIn(turn.Language)), "on", TopicKey.Of(off)));
        }

        draft.Row(turn.Turning("list", page, pages));
        return draft.Row(turn.May(AdminRole.Editor)
            ? [turn.Do(turn.Say("topics.new"), "new"), turn.Do(turn.Say("topics.audit"), "audit"), turn.Menu()]
            : [turn.Do(turn.Say("topics.audit"), "audit"), turn.Menu()]).Done();
    }

    private Message Page(AdminTurn turn, Topic topic)
    {
        var key = TopicKey.Of(topic);
        var shown = TopicViews.Show(turn.Turn, topic, book.IsOfFile(topic.Id));
        List<IReadOnlyList<Button>> rows = [[turn.Do(turn.Say("topics.try"), "try", key), turn.Do(turn.Turn.Tell("topic.history"), "history", key)]];
        if (turn.May(AdminRole.Editor) && !book.IsOfFile(topic.Id))
        {
            rows.Add([turn.Do(turn.Say("topics.edit"), "how", key), turn.Do(turn.Say("topics.off"), "off", key)]);
        }

        return shown with { Buttons = [.. rows, [turn.Back()]] };
    }

    private static Message Template(AdminTurn turn, Topic topic, bool isNew)
    {
        var draft = new Draft().Bold(turn.Say(isNew ? "topics.new" : "topics.edit")).Text(turn.Say("topics.template"));
        var lines = turn.Say("topics.lines", topic.NameZh, topic.NameEn, topic.Rule, turn.Turn.Tell("priority." + topic.Priority));
        return draft.Line(new Span($"/topic {(isNew ? "new" : "edit")} {topic.Id}\n{lines}", SpanStyle.Code)).Row(turn.Back()).Done();
    }

    private async Task<Reply> Switch(AdminTurn turn, string id, bool off, CancellationToken cancellationToken)
    {
        if (!turn.May(AdminRole.Editor))
        {
            return turn.NotAllowed(AdminRole.Editor);
        }

        var change = await book.Switch(id, off, turn.Who, "", cancellationToken);
        var said = await command.Done(turn.Turn, off ? "topic.off" : "topic.on", id, change, cancellationToken);
        return change is TopicChange.Made ? turn.Show(await List(turn, 0, cancellationToken), said) : turn.Refuse(said);
    }

    private async Task<Reply> Audit(AdminTurn turn, Func<Message, Task> tell, CancellationToken cancellationToken)
    {
        var findings = await WorkProgress.Shown(turn.Turn, tell, progress => topicAudit.Run(TopicAuditLimits.Default, turn.Language, progress, cancellationToken));
        var draft = new Draft().Bold(turn.Say("topics.audited", findings.Count));
        foreach (var finding in findings)
        {
            draft.Line(new Span(finding.Topic.NameIn(turn.Language) + ": ", SpanStyle.Bold), new Span(finding.Message(turn.Language)));
        }

        return new Reply([], draft.Row(turn.Back()).Done());
    }

    private static Message WithBack(AdminTurn turn, Message message, string key) => message with { Buttons = [[turn.Do(turn.Say("back"), "show", key)]] };

    private string Id(string named) => topics.ByKey(named)?.Id ?? named;

    private async Task<IReadOnlyList<Topic>> SwitchedOff(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var ids = await db.Set<TopicVersionRow>().AsNoTracking().Where(v => v.IsOff && v.Origin == TopicOrigin.Chat).Select(v => v.TopicId).Distinct().ToListAsync(cancellationToken);
        List<Topic> off = [];
        foreach (var id in ids.Where(id => topics.Find(id) is null))
        {
            if (await book.History(id, cancellationToken) is [{ IsOff: true } last, ..])
            {
                off.Add(last.Topic);
            }
        }

        return off;
    }
}
