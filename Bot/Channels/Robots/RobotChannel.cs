using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Channels;

/// <summary>
/// What the three services' robots have in common: a chat is a row with a web address, a message is one or a few posts to it, and nothing
/// comes back. A backlog beyond a robot's budget is merged into one list by the planner, urgent alerts first.
/// </summary>
internal abstract class RobotChannel(RobotStore robots, RobotPost post, PublicAddress site) : IChannel, IMergesCrowds
{
    /// <summary>More posts than this from one message would crowd a group out.</summary>
    private const int MostParts = 5;

    private static readonly Words _words = Words.Of<TelegramChannel>("ChannelsWords");

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

    /// <summary>The posts that it comes to. More than a few would crowd a group out; the last one says then how much is left out, and where all of it is.</summary>
    public IReadOnlyList<Message> Split(Message message)
    {
        // A robot hears no taps: of the buttons only the links are left, as text.
        Paragraph[] links = [.. message.Buttons.SelectMany(row => row).Where(b => RobotMarkdown.IsWeb(b.Link)).Select(b => new Paragraph([new Span(b.Label, Link: b.Link)]))];
        message = message with { Buttons = [] };
        var parts = Parts(message with { Paragraphs = [.. message.Paragraphs, .. links] }, MostBytes);
        if (parts.Count <= MostParts)
        {
            return parts;
        }

        // The last one is made with room for what is said under it.
        var pieces = Parts(message, MostBytes);
        List<Paragraph> rest = [.. pieces.Skip(MostParts - 1).SelectMany(p => p.Paragraphs)];
        var items = rest.Count(p => p.BeginsItem);
        var last = Parts(message with { Paragraphs = rest }, MostBytes - Bytes(LeftOut(message, items)) - links.Sum(Bytes))[0];
        var left = LeftOut(message, items - last.Paragraphs.Count(p => p.BeginsItem));
        return [.. pieces.Take(MostParts - 1), last with { Paragraphs = [.. last.Paragraphs, left, .. links] }];
    }

    private IReadOnlyList<Message> Parts(Message message, int most) => MessageParts.Of(message, most, Bytes, RobotMarkdown.CutMarkup);

    private Paragraph LeftOut(Message message, int items)
    {
        var language = LanguageTags.Parse(message.Language);
        var said = new Span(items > 0 ? _words.Get(language, "robot.rest", items) : _words.Get(language, "robot.cut"));
        return new Paragraph(site.Home is { } home ? [said, new Span(_words.Get(language, "robot.all"), Link: home)] : [said]);
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
