using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Channels;

/// <summary>WeCom's group robot (developer.work.weixin.qq.com/document/path/91770): markdown of 4,096 bytes, text of 2,048, 20 messages a minute; refusals come with HTTP 200.</summary>
internal sealed class WeComRobot(RobotStore robots, RobotPost post, PublicAddress site) : RobotChannel(robots, post, site)
{
    private const int MostMarkdownBytes = 4096;
    private const int MostTextBytes = 2048;

    public override string Name => RobotAddresses.WeCom;

    public override ChannelLimits Limits { get; } = new(PerSecond: double.PositiveInfinity, PerChat: double.PositiveInfinity, PerGroupAndMinute: 20, KeptForPressing: 2);

    public override int MostWaiting => 10;

    protected override int MostBytes => MostMarkdownBytes;

    protected override int Bytes(Paragraph paragraph) => RobotMarkdown.Bytes(paragraph) + 1;

    protected override JsonObject Body(Message message) => new()
    {
        ["msgtype"] = "markdown",
        ["markdown"] = new JsonObject { ["content"] = string.Join('\n', RobotMarkdown.Lines(message)) },
    };

    /// <summary>A text holds half of what markdown does.</summary>
    protected override IEnumerable<JsonObject> PlainBodies(Message message)
    {
        for (var rest = string.Join('\n', RobotMarkdown.PlainLines(message)); rest.Length > 0;)
        {
            var piece = RobotMarkdown.Cut(rest, MostTextBytes);
            yield return new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = piece } };
            rest = rest[piece.Length..];
        }
    }

    protected override (Uri Address, JsonObject Body) Signed(RobotRow robot, JsonObject body) => (new Uri(robot.Url), body);

    protected override SendOutcome Read(JsonObject answer) => (int?)answer["errcode"] switch
    {
        0 => Accepted,
        -1 => new SendOutcome.Later(TimeSpan.FromSeconds(5), PaceScope.Chat, "WeCom is busy"),
        45009 => new SendOutcome.Later(TimeSpan.FromMinutes(1), PaceScope.Chat, "WeCom's limit of 20 a minute is used up"),
        93000 => new SendOutcome.Unreachable(Why("93000", answer)),
        { } code => new SendOutcome.Refused(Why($"{code}", answer)),
        null => new SendOutcome.Unknown("WeCom gave an answer that is none"),
    };
}
