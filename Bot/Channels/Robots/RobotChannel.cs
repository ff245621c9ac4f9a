using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Channels;

/// <summary>
/// What the three services' robots have in common: a chat is a row with a web address, a message is one or a few posts to it, and nothing
/// comes back. A backlog beyond a robot's budget is merged into one list by the planner, urgent alerts first.
/// </summary>
internal abstract class RobotChannel(RobotStore robots, RobotPost post) : IChannel, IMergesCrowds
{
    public abstract string Name { get; }

    public abstract ChannelLimits Limits { get; }

    public abstract int MostWaiting { get; }

    public bool RepeatsSafely => false;

    public async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        if (await robots.Find(Name, address, cancellationToken) is not { } robot)
        {
            return new SendOutcome.Unreachable("the robot is not set up");
        }

        SendOutcome outcome = new SendOutcome.Refused("an empty message");
        foreach (var (i, body) in Bodies(message).Index())
        {
            outcome = await Send(robot, body, cancellationToken);
            if (outcome is SendOutcome.Refused && i == 0 && PlainBody(message) is { } plain)
            {
                return await Send(robot, plain, cancellationToken);
            }

            if (outcome is not SendOutcome.Accepted)
            {
                return i == 0 ? outcome : new SendOutcome.Unknown("only the beginning was sent");
            }
        }

        return outcome;
    }

    /// <summary>The posts that say the message, in order.</summary>
    protected abstract IEnumerable<JsonObject> Bodies(Message message);

    /// <summary>One post without markup and cut to fit, for when the service does not take the other; null where there is none.</summary>
    protected abstract JsonObject? PlainBody(Message message);

    /// <summary>The address and the body as they are sent now, signed where the robot wants it.</summary>
    protected abstract (Uri Address, JsonObject Body) Signed(RobotRow robot, JsonObject body);

    protected abstract SendOutcome Read(JsonObject answer);

    /// <summary>Robots give their messages no ids.</summary>
    protected static SendOutcome.Accepted Accepted { get; } = new("");

    /// <summary>A code and the service's own words, without what it may repeat of the request.</summary>
    protected static string Why(string key, JsonObject answer)
    {
        var words = (answer["errmsg"] ?? answer["msg"])?.ToString() ?? "";
        var end = words.IndexOfAny([',', ';', '\n']);
        return $"{key}: {RobotMarkdown.Cut(end > 0 ? words[..end] : words, 120)}";
    }

    private Task<SendOutcome> Send(RobotRow robot, JsonObject body, CancellationToken cancellationToken)
    {
        var (address, signed) = Signed(robot, body);
        return post.Send(address, signed, Read, cancellationToken);
    }
}
