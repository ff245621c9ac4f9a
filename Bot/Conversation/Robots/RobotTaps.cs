using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>A robot's page: <c>robot:id:page</c>.</summary>
internal sealed class RobotTap(AdminDesk admins, RobotStore robots, RobotPages pages) : ITap
{
    public string Verb => "robot";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        await admins.Is(turn, AdminRole.Owner, cancellationToken) && await robots.Find(action.Number(0) ?? 0, cancellationToken) is { } robot
            ? new Reply([], await pages.Page(turn, robot, action.Number(1) ?? 0, cancellationToken))
            : new Reply([], Notice: turn.Say("stale"));
}

/// <summary>What a robot follows: <c>robot-topic:id:page:on|off:key</c>.</summary>
internal sealed class RobotTopicTap(AdminDesk admins, RobotStore robots, TopicCatalogue topics, SubscriberStore subscribers, RobotPages pages) : ITap
{
    public string Verb => "robot-topic";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!await admins.Is(turn, AdminRole.Owner, cancellationToken)
            || await robots.Find(action.Number(0) ?? 0, cancellationToken) is not { } robot
            || topics.ByKey(action.Text(3)) is not { } topic)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var on = action.Text(2) == "on";
        if (on)
        {
            await subscribers.Follow(robot.ChatId, [topic.Id], cancellationToken);
        }
        else
        {
            await subscribers.Unfollow(robot.ChatId, [topic.Id], cancellationToken);
        }

        return new Reply([], await pages.Page(turn, robot, action.Number(1) ?? 0, cancellationToken), turn.Say(on ? "followed" : "unfollowed", topic.NameIn(turn.Language)));
    }
}

/// <summary><c>robot-act:id:test|ask|remove|list</c>. A test that arrives brings a robot back that its service had refused.</summary>
internal sealed class RobotActTap(AdminDesk admins, RobotStore robots, RobotPages pages, SubscriberStore subscribers, IEnumerable<IChannel> channels) : ITap
{
    public string Verb => "robot-act";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (!await admins.Is(turn, AdminRole.Owner, cancellationToken))
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        if (action.Text(1) == "list")
        {
            return new Reply([], await pages.List(turn, cancellationToken));
        }

        if (await robots.Find(action.Number(0) ?? 0, cancellationToken) is not { } robot)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        switch (action.Text(1))
        {
            case "test":
                return await Test(turn, robot, cancellationToken);
            case "ask" when !robot.FromSettings:
                return new Reply([], new Draft().Text(turn.Say("robot.remove-ask", robot.Name))
                    .Row(new Button(turn.Say("robot.remove"), TapAction.Of("robot-act", robot.Id, "remove")), new Button(turn.Say("robot.all"), TapAction.Of("robot-act", 0, "list"))).Done());
            case "remove" when !robot.FromSettings:
                await robots.Remove(robot, cancellationToken);
                return new Reply([], await pages.List(turn, cancellationToken), turn.Say("robot.removed", robot.Name));
            default:
                return new Reply([], Notice: turn.Say("stale"));
        }
    }

    private async Task<Reply> Test(Turn turn, RobotRow robot, CancellationToken cancellationToken)
    {
        if (channels.FirstOrDefault(c => c.Name == robot.Kind) is not { } channel)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var outcome = await channel.Send(robot.Name, Message.Plain(turn.Say("robot.test-message")), cancellationToken);
        if (outcome is SendOutcome.Accepted)
        {
            await subscribers.SetState(robot.ChatId, ChatState.Active, cancellationToken);
        }

        var why = outcome switch
        {
            SendOutcome.Later l => l.Why,
            SendOutcome.Unknown u => u.Why,
            SendOutcome.Refused r => r.Why,
            SendOutcome.Unreachable u => u.Why,
            _ => "",
        };
        return new Reply(
            [], await pages.Page(turn, robot, 0, cancellationToken), outcome is SendOutcome.Accepted ? turn.Say("robot.tested") : turn.Say("robot.test-failed", why));
    }
}
