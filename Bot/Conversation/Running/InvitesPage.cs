using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Links to topics: for open ones the link that follows at once, for the others invitations, which can be taken back.</summary>
internal sealed class InvitesPage(TopicCatalogue topics, TopicInvites invites, IEnumerable<IStartLinks> links, AuditTrail audit, BotDbFactory databases) : IAdminPage
{
    private const int Listed = 10;

    public string Name => "invites";

    public IReadOnlyList<string> Aliases => ["邀请", "invite"];

    public int Rank => 7;

    public AdminRole Least => AdminRole.Editor;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(List(turn, 0));
            case ["list", var page] when long.TryParse(page, out var number):
                return turn.Show(List(turn, number));
            case ["end", var code]:
                return await End(turn, code, cancellationToken);
        }

        var (act, named) = words switch { [var one] => ("show", one), [var verb, var one, ..] => (verb, one), _ => ("", "") };
        if ((topics.ByKey(named) ?? topics.Named(named)) is not { } topic)
        {
            return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Turn.Tell("topic.none", named));
        }

        if (act is "new" or "新建")
        {
            await invites.Make(topic.Id, turn.Who, cancellationToken);
            await audit.Note(turn.Who, "topic.invite", topic.Id, "", cancellationToken);
            return turn.Show(await Page(turn, topic, cancellationToken), turn.Say("invites.made"));
        }

        return act == "show" ? turn.Show(await Page(turn, topic, cancellationToken)) : turn.Stale();
    }

    private Message List(AdminTurn turn, long page)
    {
        List<Topic> all = [.. topics.Topics.OrderBy(t => t.Audience == TopicAudience.Everyone)];
        var pages = Math.Max(1, (all.Count + AdminTurn.PageSize - 1) / AdminTurn.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(turn.Say("page.invites")).Text(turn.Say("invites.pick"));
        foreach (var row in all.Skip((int)page * AdminTurn.PageSize).Take(AdminTurn.PageSize).Chunk(2))
        {
            draft.Row(row.Select(t => turn.Do((t.Audience == TopicAudience.Everyone ? "" : "🔒 ") + t.NameIn(turn.Language), "show", TopicKey.Of(t))));
        }

        return draft.Row(turn.Turning("list", page, pages)).Row(turn.Menu()).Done();
    }

    private async Task<Message> Page(AdminTurn turn, Topic topic, CancellationToken cancellationToken)
    {
        var draft = new Draft().Bold(topic.NameIn(turn.Language));
        var key = TopicKey.Of(topic);
        if (topic.Audience == TopicAudience.Everyone)
        {
            return Link(turn, draft.Text(turn.Say("invites.open")), "topic_" + key).Row(turn.Back()).Done();
        }

        await using var db = databases.CreateDbContext();
        var made = await db.Set<TopicInviteRow>().AsNoTracking().Where(i => i.TopicId == topic.Id).OrderByDescending(i => i.CreatedAt).Take(Listed).ToListAsync(cancellationToken);
        draft.Text(turn.Say(made.Count == 0 ? "invites.none" : "invites.closed"));
        foreach (var (place, invite) in made.Index())
        {
            draft.Gap().Text(turn.Say("invites.one", place + 1, turn.Turn.Moment(invite.CreatedAt), invite.CreatedBy));
            Link(turn, draft, TopicInvites.Link + invite.Code);
        }

        foreach (var row in made.Index().Chunk(3))
        {
            draft.Row(row.Select(i => turn.Do(turn.Say("invites.end", i.Index + 1), "end", i.Item.Code)));
        }

        return draft.Row(turn.Do(turn.Say("invites.new"), "new", key), turn.Back()).Done();
    }

    /// <summary>The address that opens the bot, where the reader's way to it has such; else what to send.</summary>
    private Draft Link(AdminTurn turn, Draft draft, string start) =>
        draft.Line(new Span(links.Select(l => l.Link(start)).FirstOrDefault(l => l is not null) ?? $"/start {start}", SpanStyle.Code));

    private async Task<Reply> End(AdminTurn turn, string code, CancellationToken cancellationToken)
    {
        if (await invites.End(code, cancellationToken) is not { } topicId || topics.Find(topicId) is not { } topic)
        {
            return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Say("invites.unknown"));
        }

        await audit.Note(turn.Who, "topic.invite.end", topicId, "", cancellationToken);
        return turn.Show(await Page(turn, topic, cancellationToken), turn.Say("invites.ended"));
    }
}
