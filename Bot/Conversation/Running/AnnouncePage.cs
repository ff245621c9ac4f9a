using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Saying something to a topic's followers: shown as they will see it, with how many they are, before it is sent.</summary>
internal sealed class AnnouncePage(Announcements announcements, TopicCatalogue topics, PendingActs pending, AuditTrail audit) : IAdminPage
{
    private const int LongestText = 2000;

    public string Name => "announce";

    public IReadOnlyList<string> Aliases => ["通知", "公告"];

    public int Rank => 6;

    public AdminRole Least => AdminRole.Owner;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(List(turn, 0));
            case ["list", var page] when long.TryParse(page, out var number):
                return turn.Show(List(turn, number));
            case ["send", var code] when turn.Typed is null:
                return await Send(turn, code, cancellationToken);
            case ["drop", var code] when turn.Typed is null:
                pending.Take<Announcement>(code, turn.Who);
                return turn.Show(List(turn, 0), turn.Say("dropped"));
            case [var key] when topics.ByKey(key) is { } topic:
                return turn.Show(How(turn, topic, await announcements.Count(topic, cancellationToken)));
            case [var named, _, ..] when turn.Typed is not null && (topics.Find(named) ?? topics.Named(named)) is { } topic:
                return await Preview(turn, topic, turn.After(1), cancellationToken);
            case [var named, ..] when turn.Typed is not null:
                return turn.Refuse(turn.Turn.Tell("topic.none", named));
            default:
                return turn.Stale();
        }
    }

    private Message List(AdminTurn turn, long page)
    {
        var all = topics.Topics;
        var pages = Math.Max(1, (all.Count + AdminTurn.PageSize - 1) / AdminTurn.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(turn.Say("page.announce")).Text(turn.Say("announce.pick"));
        foreach (var row in all.Skip((int)page * AdminTurn.PageSize).Take(AdminTurn.PageSize).Chunk(2))
        {
            draft.Row(row.Select(t => turn.Do(t.NameIn(turn.Language), TopicKey.Of(t))));
        }

        return draft.Row(turn.Turning("list", page, pages)).Row(turn.Menu()).Done();
    }

    private static Message How(AdminTurn turn, Topic topic, int people) => new Draft()
        .Bold(topic.NameIn(turn.Language))
        .Text(turn.Say("announce.how", people))
        .Line(new Span($"/admin announce {topic.Id} ", SpanStyle.Code))
        .Row(turn.Back()).Done();

    private async Task<Reply> Preview(AdminTurn turn, Topic topic, string text, CancellationToken cancellationToken)
    {
        if (text.Length > LongestText)
        {
            return turn.Refuse(turn.Say("announce.too-long", text.Length, LongestText));
        }

        var people = await announcements.Count(topic, cancellationToken);
        var seen = Message.Plain(Announcements.Words(topic, text).In(turn.Language));
        if (people == 0)
        {
            return Reply.With(new Draft().Text(turn.Say("announce.nobody", topic.NameIn(turn.Language))).Row(turn.Back()).Done());
        }

        var code = pending.Keep(new Announcement(topic, text), turn.Who);
        return Reply.With(seen, new Draft()
            .Text(turn.Say("announce.ask", topic.NameIn(turn.Language), people))
            .Row(turn.Do(turn.Say("announce.send", people), "send", code), turn.Do(turn.Say("drop"), "drop", code))
            .Done());
    }

    private async Task<Reply> Send(AdminTurn turn, string code, CancellationToken cancellationToken)
    {
        if (pending.Take<Announcement>(code, turn.Who) is not { } draft)
        {
            return turn.Stale();
        }

        var people = await announcements.Send(draft.Topic, draft.Text, cancellationToken);
        await audit.Note(turn.Who, "announce", draft.Topic.Id, $"{people}: {draft.Text}", cancellationToken);
        return turn.Show(new Draft().Text(turn.Say("announce.sent", people)).Row(turn.Menu()).Done());
    }

    private sealed record Announcement(Topic Topic, string Text);
}
