using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Why a bulletin was sent: <c>why:bulletin</c>. Each topic that holds, its words in the text, and its rule.</summary>
internal sealed class WhyTap(TopicCatalogue topics, SubscriberStore subscribers, BulletinShelf shelf) : ITap
{
    public string Verb => "why";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Number(0) is not { } id || await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return new Reply([], Notice: turn.Say("bulletin.gone"));
        }

        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        var matches = (await shelf.Matches([id], cancellationToken))[id]
            .Select(m => (Match: m, Topic: topics.Find(m.TopicId)))
            .Where(m => m.Topic is not null)
            .OrderByDescending(m => followed.Contains(m.Match.TopicId))
            .ToList();
        var draft = new Draft().Bold(turn.Say("why.title", bulletin.Title ?? turn.Say("untitled")));
        foreach (var (match, topic) in matches)
        {
            draft.Gap().Line(
                new Span(topic!.NameIn(turn.Language), SpanStyle.Bold),
                new Span(followed.Contains(topic.Id) ? turn.Say("why.followed") : ""));
            if (match.Evidence.Count > 0)
            {
                draft.Text(turn.Say("why.words", string.Join(turn.Say("list.comma"), match.Evidence.Select(word => turn.Say("quoted", word)))));
            }

            draft.Line(new Span(turn.Say("why.rule")), new Span(topic.Rule, SpanStyle.Code));
        }

        return Reply.With(matches.Count == 0 ? draft.Text(turn.Say("why.none")).Done() : draft.Done());
    }
}
