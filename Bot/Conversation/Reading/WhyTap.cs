using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Why a bulletin was sent: <c>why:bulletin</c>. Each topic that holds, and each of the chat's own watches: which part of its rule, which words, where.</summary>
internal sealed class WhyTap(TopicCatalogue topics, SubscriberStore subscribers, WatchKeeper watches, OpenTopics open, BulletinShelf shelf, AdminDesk desk) : ITap
{
    public string Verb => "why";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Number(0) is not { } id || await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return new Reply([], Notice: turn.Say("bulletin.gone"));
        }

        var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
        var visible = (await open.For(turn.Chat, cancellationToken)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var own = (await watches.Of(turn.Chat.Id, cancellationToken)).Select(w => WatchTopic.Of(w.Id, w.Rule)).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var matches = (await shelf.Matches([id], cancellationToken))[id]
            .Select(m => (Match: m, Topic: own.GetValueOrDefault(m.TopicId) ?? (visible.Contains(m.TopicId) ? topics.Find(m.TopicId) : null)))
            .Where(m => m.Topic is not null)
            .OrderByDescending(m => followed.Contains(m.Match.TopicId))
            .ToList();
        var draft = new Draft().Bold(turn.Say("why.title", bulletin.Title ?? turn.Say("untitled")));
        foreach (var (match, topic) in matches)
        {
            Add(turn, draft, match, topic!, followed.Contains(topic!.Id));
        }

        if (matches.Count == 0)
        {
            draft.Text(turn.Say("why.none"));
        }

        draft.Row(new Button(turn.Tell("why.not"), TapAction.Of("whynot", id)));
        if (await desk.Is(turn, AdminRole.Editor, cancellationToken))
        {
            foreach (var topic in matches.Select(m => m.Topic!).Where(t => !WatchKey.Is(t.Id)))
            {
                draft.Row(Marks(turn, id, topic));
            }
        }

        return Reply.With(draft.Done());
    }

    /// <summary>For admins: whether the topic should have the bulletin.</summary>
    public static IEnumerable<Button> Marks(Turn turn, long bulletinId, Topic topic) =>
    [
        new(turn.Tell("mark.on", topic.NameIn(turn.Language)), TapAction.Of("mark", "on", bulletinId, TopicKey.Of(topic))),
        new(turn.Tell("mark.off", topic.NameIn(turn.Language)), TapAction.Of("mark", "off", bulletinId, TopicKey.Of(topic))),
    ];

    private static void Add(Turn turn, Draft draft, MatchRow match, Topic topic, bool isFollowed)
    {
        var isWatch = WatchKey.Is(topic.Id);
        draft.Gap().Line(
            new Span(isWatch ? turn.Tell("why.watch") : topic.NameIn(turn.Language), SpanStyle.Bold),
            new Span(isFollowed && !isWatch ? turn.Say("why.followed") : ""));
        if (match.Why.Count > 0)
        {
            foreach (var line in ExplanationText.Held(match.Why, turn.Language))
            {
                draft.Text(line);
            }
        }
        else if (match.Evidence.Count > 0)
        {
            draft.Text(turn.Say("why.words", string.Join(turn.Say("list.comma"), match.Evidence.Select(word => turn.Say("quoted", word)))));
        }

        draft.Line(new Span(turn.Say("why.rule")), new Span(topic.Rule, SpanStyle.Code));
    }
}
