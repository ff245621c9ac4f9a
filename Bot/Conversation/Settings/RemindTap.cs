using Bot.Bulletins.Facts;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary><c>remind:bulletin</c>: the dates that bind in it, and how many days before its topics shall remind of such.</summary>
internal sealed class RemindTap(TopicCatalogue topics, SubscriberStore subscribers, WatchKeeper watches, BulletinShelf shelf, TimeProvider clock) : ITap
{
    public string Verb => "remind";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var id = action.Number(0) ?? 0;
        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        var own = (await watches.Of(turn.Chat.Id, cancellationToken)).Select(w => WatchTopic.Of(w.Id, w.Rule)).ToList();
        var mine = (await shelf.Matches([id], cancellationToken))[id]
            .Select(m => topics.Find(m.TopicId) ?? own.Find(w => w.Id == m.TopicId)).OfType<Topic>().Where(t => followed.Contains(t.Id)).ToList();
        if (mine.Count == 0)
        {
            return new Reply([], Notice: turn.Say("mute.not-followed"));
        }

        var facts = (await shelf.Detail(id, cancellationToken)).Facts;
        var dates = Reminders.Of(facts, 0, turn.Zone, clock.GetUtcNow()).Select(r => FactLabels.Say(facts.First(f => f.Kind == r.Kind && f.Date == r.Date), turn.Language)).ToList();
        var draft = new Draft().Text(dates.Count == 0 ? turn.Say("remind.no-dates") : turn.Say("remind.dates", string.Join(turn.Say("list.comma"), dates)));
        foreach (var topic in mine)
        {
            RemindCommand.Choices(draft, turn, topic);
        }

        return Reply.With(draft.Done());
    }
}
