using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>By what the other topics fail for a bulletin: <c>whynot:bulletin</c>. Worked out now, with the rules as they are now.</summary>
internal sealed class WhyNotTap(TopicCatalogue topics, OpenTopics open, BulletinShelf shelf, BulletinText texts, AdminDesk desk) : ITap
{
    private const int Most = 5;

    public string Verb => "whynot";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Number(0) is not { } id || await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return new Reply([], Notice: turn.Say("bulletin.gone"));
        }

        var text = texts.Of(bulletin);
        var rules = topics.Rules();
        var nearest = (await open.For(turn.Chat, cancellationToken))
            .Select(t => (Topic: t, Explanation: Explainer.Explain(rules(t.Id)!, text, rules)))
            .Where(t => !t.Explanation.Holds)
            .OrderByDescending(t => t.Explanation.Nearness)
            .Take(Most)
            .ToList();
        var draft = new Draft().Bold(turn.Tell("why.not.title", bulletin.Title ?? turn.Say("untitled")));
        var marks = await desk.Is(turn, AdminRole.Editor, cancellationToken);
        foreach (var (topic, explanation) in nearest)
        {
            draft.Gap().Line(new Span(topic.NameIn(turn.Language), SpanStyle.Bold));
            foreach (var line in ExplanationText.Of(explanation, turn.Language))
            {
                draft.Text(line);
            }

            if (marks)
            {
                draft.Row(WhyTap.Marks(turn, id, topic).Take(1));
            }
        }

        return Reply.With(draft.Done());
    }
}
