using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>The subscribers in numbers. Owners find a single one and shut it out or let it in again.</summary>
internal sealed class PeoplePage(
    SubscriberStore subscribers, DeliveryStore deliveries, Ledger ledger, TopicCatalogue topics, AuditTrail audit, DeliverySignal signal, BotDbFactory databases, TimeProvider clock) : IAdminPage
{
    private const int TopTopics = 5;
    private const int Listed = 10;

    public string Name => "subscribers";

    public IReadOnlyList<string> Aliases => ["订阅者", "subscriber", "people"];

    public int Rank => 4;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case []:
                return turn.Show(await Counts(turn, cancellationToken));
            case ["find"]:
                return turn.May(AdminRole.Owner)
                    ? turn.Show(new Draft().Text(turn.Say("people.find-how")).Line(new Span("/admin subscribers telegram:12345", SpanStyle.Code)).Row(turn.Back()).Done())
                    : turn.NotAllowed(AdminRole.Owner);
            case ["out"]:
                return turn.Show(await ShutOut(turn, cancellationToken));
        }

        if (!turn.May(AdminRole.Owner))
        {
            return turn.NotAllowed(AdminRole.Owner);
        }

        var (act, named) = words switch { [var one] => ("show", one), [var verb, var one, ..] => (verb, one), _ => ("", "") };
        if (await ledger.Chat(named.TrimStart('#'), cancellationToken) is not { } chat)
        {
            return turn.Refuse(turn.Typed is null ? turn.Turn.Say("stale") : turn.Say("people.none", named));
        }

        switch (act)
        {
            case "show" or "find" or "查找":
                return turn.Show(await Page(turn, chat, cancellationToken));
            case "suspend" or "停用":
                if (chat.Channel == turn.Turn.Chat.Channel && chat.Address == AdminDesk.PersonOf(turn.Turn))
                {
                    return turn.Refuse(turn.Say("people.yourself"));
                }

                await subscribers.SetState(chat.Id, ChatState.Barred, cancellationToken);
                await audit.Note(turn.Who, "subscriber.suspend", $"{chat.Channel}:{chat.Address}", turn.After(2), cancellationToken);
                return turn.Show(await Page(turn, (await subscribers.Find(chat.Id, cancellationToken))!, cancellationToken), turn.Say("people.suspended"));
            case "release" or "恢复" when chat.State is ChatState.Barred or ChatState.Suspended:
                await subscribers.SetState(chat.Id, ChatState.Active, cancellationToken);
                await deliveries.Revive(chat.Id, cancellationToken);
                signal.Raise();
                await audit.Note(turn.Who, "subscriber.release", $"{chat.Channel}:{chat.Address}", "", cancellationToken);
                return turn.Show(await Page(turn, (await subscribers.Find(chat.Id, cancellationToken))!, cancellationToken), turn.Say("people.released"));
            default:
                return turn.Stale();
        }
    }

    private async Task<Message> Counts(AdminTurn turn, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var week = clock.GetUtcNow().AddDays(-7);
        var chats = db.Set<ChatRow>();
        var states = (await chats.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(s => s.Key, s => s.Count);
        var channels = await chats.Where(c => c.State == ChatState.Active).GroupBy(c => new { c.Channel, c.Kind }).Select(g => new { g.Key.Channel, g.Key.Kind, Count = g.Count() }).ToListAsync(cancellationToken);
        var fresh = await chats.CountAsync(c => c.CreatedAt >= week, cancellationToken);
        var follows = (await db.Set<SubscriptionRow>().Where(s => chats.Any(c => c.Id == s.ChatId && c.State == ChatState.Active))
            .GroupBy(s => s.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .Select(f => (Topic: topics.Find(f.Key), f.Count)).Where(f => f.Topic is not null).OrderByDescending(f => f.Count).Take(TopTopics).ToList();
        var draft = new Draft().Bold(turn.Say("people.title", states.GetValueOrDefault(ChatState.Active)))
            .Text(turn.Say("people.states", states.GetValueOrDefault(ChatState.Resting), states.GetValueOrDefault(ChatState.Stopped), states.GetValueOrDefault(ChatState.Suspended), states.GetValueOrDefault(ChatState.Barred)))
            .Text(turn.Say("people.fresh", fresh));
        foreach (var channel in channels.OrderByDescending(c => c.Count))
        {
            draft.Text(turn.Say("people.channel", turn.Named("channel.", channel.Channel), turn.Say("chat." + channel.Kind), channel.Count));
        }

        if (follows.Count > 0)
        {
            draft.Gap().Text(turn.Say("people.topics", string.Join(turn.Turn.Say("list.comma"), follows.Select(f => $"{f.Topic!.NameIn(turn.Language)} {f.Count}"))));
        }

        List<Button> acts = [turn.Do(turn.Say("people.out"), "out")];
        if (turn.May(AdminRole.Owner))
        {
            acts.Insert(0, turn.Do(turn.Say("people.find"), "find"));
        }

        return draft.Row(acts).Row(turn.Menu()).Done();
    }

    private async Task<Message> ShutOut(AdminTurn turn, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var chats = await db.Set<ChatRow>().AsNoTracking().Where(c => c.State == ChatState.Suspended || c.State == ChatState.Barred)
            .OrderByDescending(c => c.State).ThenByDescending(c => c.Id).Take(Listed).ToListAsync(cancellationToken);
        var draft = new Draft().Bold(turn.Say("people.out")).Text(turn.Say(chats.Count == 0 ? "people.none-out" : "people.out-how"));
        foreach (var chat in turn.May(AdminRole.Owner) ? chats : [])
        {
            draft.Row(turn.Do($"#{chat.Id} {turn.Named("channel.", chat.Channel)} · {turn.Say("chatstate." + chat.State)}", "show", chat.Id));
        }

        return draft.Row(turn.Back()).Done();
    }

    private async Task<Message> Page(AdminTurn turn, ChatRow chat, CancellationToken cancellationToken)
    {
        var followed = await subscribers.Followed(chat.Id, cancellationToken);
        var names = string.Join(turn.Turn.Say("list.comma"), topics.Topics.Where(t => followed.Contains(t.Id)).Select(t => t.NameIn(turn.Language)));
        var draft = new Draft()
            .Bold(chat.Title is { } title ? $"#{chat.Id} {title}" : $"#{chat.Id}")
            .Line(new Span($"{chat.Channel}:{chat.Address}", SpanStyle.Code))
            .Text(turn.Say("people.state", turn.Say("chat." + chat.Kind), turn.Say("chatstate." + chat.State), turn.Turn.Moment(chat.CreatedAt)));
        if (chat.StateReason is { Length: > 0 } why)
        {
            draft.Text(why);
        }

        draft.Text(names.Length == 0 ? turn.Say("people.follows-nothing") : turn.Say("people.follows", names));
        return draft
            .Row(chat.State is ChatState.Barred or ChatState.Suspended ? turn.Do(turn.Say("people.release"), "release", chat.Id) : turn.Do(turn.Say("people.suspend"), "suspend", chat.Id))
            .Row(turn.Back()).Done();
    }
}
