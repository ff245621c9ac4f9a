using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>The robots as a list, and one robot with what it follows.</summary>
internal sealed class RobotPages(RobotStore robots, TopicCatalogue topics, SubscriberStore subscribers)
{
    public async Task<Message> List(Turn turn, CancellationToken cancellationToken)
    {
        var all = await robots.All(cancellationToken);
        var draft = new Draft().Bold(turn.Say("robot.title")).Text(turn.Say("robot.how"));
        foreach (var row in all.Chunk(2))
        {
            draft.Row(row.Select(r => new Button($"{r.Name} · {turn.Say("robot.kind." + r.Kind)}", TapAction.Of("robot", r.Id, 0))));
        }

        return draft.Done();
    }

    public async Task<Message> Page(Turn turn, RobotRow robot, long page, CancellationToken cancellationToken)
    {
        var all = topics.Topics;
        var followed = await subscribers.Followed(robot.ChatId, cancellationToken);
        var chat = await subscribers.Find(robot.Kind, robot.Name, cancellationToken);
        var pages = Math.Max(1, (all.Count + TopicPicker.PageSize - 1) / TopicPicker.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft()
            .Bold($"{robot.Name} · {turn.Say("robot.kind." + robot.Kind)}")
            .Text(chat is { State: not ChatState.Active } ? turn.Say("robot.stopped", chat.StateReason ?? "") : turn.Say("robot.works"))
            .Text(turn.Say("picker.how"));
        foreach (var row in all.Skip((int)page * TopicPicker.PageSize).Take(TopicPicker.PageSize).Chunk(2))
        {
            draft.Row(row.Select(t => new Button(
                (followed.Contains(t.Id) ? Draft.Tick : "") + t.NameIn(turn.Language),
                TapAction.Of("robot-topic", robot.Id, page, followed.Contains(t.Id) ? "off" : "on", TopicKey.Of(t)))));
        }

        List<Button> turning = [];
        if (page > 0)
        {
            turning.Add(new Button(turn.Say("page.back"), TapAction.Of("robot", robot.Id, page - 1)));
        }

        if (page < pages - 1)
        {
            turning.Add(new Button(turn.Say("page.next", page + 2, pages), TapAction.Of("robot", robot.Id, page + 1)));
        }

        draft.Row(turning).Row(new Button(turn.Say("robot.test"), TapAction.Of("robot-act", robot.Id, "test")));
        if (!robot.FromSettings)
        {
            draft.Row(new Button(turn.Say("robot.remove"), TapAction.Of("robot-act", robot.Id, "ask")));
        }

        return draft.Row(new Button(turn.Say("robot.all"), TapAction.Of("robot-act", 0, "list"))).Done();
    }
}
