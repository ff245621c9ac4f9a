using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Channels;

/// <summary>DingTalk's custom robot (open.dingtalk.com, "Custom robot access"): markdown of 20,000 bytes, 20 messages a minute, and who sends more is turned away for ten minutes; signed in the address.</summary>
internal sealed class DingTalkRobot(RobotStore robots, RobotPost post, PublicAddress site, TimeProvider clock) : RobotChannel(robots, post, site)
{
    public static readonly TimeSpan Penalty = TimeSpan.FromMinutes(10);

    private const int MostTitleBytes = 120;

    public override string Name => RobotAddresses.DingTalk;

    /// <summary>Below the limit of 20, since one too many costs ten minutes.</summary>
    public override ChannelLimits Limits { get; } = new(PerSecond: double.PositiveInfinity, PerChat: double.PositiveInfinity, PerGroupAndMinute: 18, KeptForPressing: 2);

    public override int MostWaiting => 10;

    protected override int MostBytes => 18_000;

    protected override int Bytes(Paragraph paragraph) => RobotMarkdown.Bytes(paragraph) + 2;

    protected override JsonObject Body(Message message) => new()
    {
        ["msgtype"] = "markdown",
        ["markdown"] = new JsonObject
        {
            ["title"] = RobotMarkdown.Cut(RobotMarkdown.PlainLines(message) is [var first, ..] ? first : "", MostTitleBytes),
            ["text"] = string.Join("\n\n", RobotMarkdown.Lines(message)),
        },
    };

    protected override IEnumerable<JsonObject> PlainBodies(Message message) =>
    [
        new()
        {
            ["msgtype"] = "text",
            ["text"] = new JsonObject { ["content"] = RobotMarkdown.Cut(string.Join('\n', RobotMarkdown.PlainLines(message)), MostBytes) },
        },
    ];

    protected override (Uri Address, JsonObject Body) Signed(RobotRow robot, JsonObject body)
    {
        if (robot.Secret is not { Length: > 0 } secret)
        {
            return (new Uri(robot.Url), body);
        }

        var time = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}\n{secret}")));
        return (new Uri($"{robot.Url}{(robot.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={time}&sign={Uri.EscapeDataString(sign)}"), body);
    }

    protected override SendOutcome Read(JsonObject answer) => (int?)answer["errcode"] switch
    {
        0 => Accepted,
        -1 => new SendOutcome.Later(TimeSpan.FromSeconds(5), PaceScope.Chat, "DingTalk is busy"),
        130101 or 410100 or 90030 => new SendOutcome.Later(Penalty, PaceScope.Chat, "DingTalk turns the robot away for ten minutes"),
        300001 or 300005 or 310000 or 400013 or 400101 or 400102 => new SendOutcome.Unreachable(Why($"{answer["errcode"]}", answer)),
        { } code => new SendOutcome.Refused(Why($"{code}", answer)),
        null => new SendOutcome.Unknown("DingTalk gave an answer that is none"),
    };
}
