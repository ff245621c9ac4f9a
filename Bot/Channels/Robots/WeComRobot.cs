using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Channels;

/// <summary>WeCom's group robot (developer.work.weixin.qq.com/document/path/91770): markdown of 4,096 bytes, text of 2,048, 20 messages a minute; refusals come with HTTP 200.</summary>
internal sealed class WeComRobot(RobotStore robots, RobotPost post) : RobotChannel(robots, post)
{
    private const int MostMarkdownBytes = 4096;
    private const int MostTextBytes = 2048;

    public override string Name => RobotAddresses.WeCom;

    public override ChannelLimits Limits { get; } = new(PerSecond: double.PositiveInfinity, PerChat: double.PositiveInfinity, PerGroupAndMinute: 20, KeptForPressing: 2);

    public override int MostWaiting => 10;

    protected override IEnumerable<JsonObject> Bodies(Message message) => RobotMarkdown.Split(RobotMarkdown.Lines(message), "\n", MostMarkdownBytes)
        .Select(text => new JsonObject { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["content"] = text } });

    protected override JsonObject PlainBody(Message message) => new()
    {
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = RobotMarkdown.Cut(string.Join('\n', RobotMarkdown.PlainLines(message)), MostTextBytes) },
    };

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
