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
    /// <summary>An ellipsis and the break before it.</summary>
    private const int RoomForEllipsis = 5;

    /// <summary>More posts than this from one message would crowd a group out.</summary>
    private const int MostParts = 5;

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
        foreach (var (i, part) in Split(message).Index())
        {
            outcome = await Send(robot, Body(part), cancellationToken);
            foreach (var plain in outcome is SendOutcome.Refused ? PlainBodies(part) : [])
            {
                outcome = await Send(robot, plain, cancellationToken);
            }

            if (outcome is not SendOutcome.Accepted)
            {
                return i == 0 ? outcome : new SendOutcome.Unknown("only the beginning was sent");
            }
        }

        return outcome;
    }

    /// <summary>The posts that it comes to. More than a few would crowd a group out; what is left out then is said by an ellipsis.</summary>
    public IReadOnlyList<Message> Split(Message message)
    {
        // A robot hears no taps: of the buttons only the links are left, as text.
        Paragraph[] links = [.. message.Buttons.SelectMany(row => row).Where(b => RobotMarkdown.IsWeb(b.Link)).Select(b => new Paragraph([new Span(b.Label, Link: b.Link)]))];
        var parts = MessageParts.Of(message with { Paragraphs = [.. message.Paragraphs, .. links], Buttons = [] }, MostBytes - RoomForEllipsis, Bytes, RobotMarkdown.CutMarkup);
        return parts.Count <= MostParts
            ? parts
            : [.. parts.Take(MostParts - 1), parts[MostParts - 1] with { Paragraphs = [.. parts[MostParts - 1].Paragraphs, new Paragraph([new Span("…")])] }];
    }

    /// <summary>What one post may hold, as <see cref="Bytes"/> counts.</summary>
    protected abstract int MostBytes { get; }

    /// <summary>What a paragraph takes of it.</summary>
    protected abstract int Bytes(Paragraph paragraph);

    /// <summary>The post that says the message.</summary>
    protected abstract JsonObject Body(Message message);

    /// <summary>The same without markup, for when the service does not take the other.</summary>
    protected abstract IEnumerable<JsonObject> PlainBodies(Message message);

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
