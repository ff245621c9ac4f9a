using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Channels;

/// <summary>Feishu's custom robot (open.feishu.cn, "Custom bot usage guide"): rich text in a request of 20 KB, 100 messages a minute and 5 a second, signed by an HMAC whose key is time and secret.</summary>
internal sealed class FeishuRobot(RobotStore robots, RobotPost post, PublicAddress site, TimeProvider clock) : RobotChannel(robots, post, site)
{
    /// <summary>Characters of a post; in JSON they take up to three times as many bytes with their tags.</summary>
    protected override int MostBytes => 6000;

    public override string Name => RobotAddresses.Feishu;

    public override ChannelLimits Limits { get; } = new(PerSecond: double.PositiveInfinity, PerChat: 5, PerGroupAndMinute: 100, KeptForPressing: 5);

    public override int MostWaiting => 30;

    protected override int Bytes(Paragraph paragraph) => paragraph.Spans.Sum(s => Encoding.UTF8.GetByteCount(s.Text) + (s.Link?.Length ?? 0));

    protected override JsonObject Body(Message message) => new()
    {
        ["msg_type"] = "post",
        ["content"] = new JsonObject { ["post"] = new JsonObject { ["zh_cn"] = new JsonObject { ["content"] = new JsonArray([.. message.Paragraphs.Select(p => new JsonArray([.. p.Spans.Select(Tag)]))]) } } },
    };

    protected override IEnumerable<JsonObject> PlainBodies(Message message) =>
    [
        new()
        {
            ["msg_type"] = "text",
            ["content"] = new JsonObject { ["text"] = RobotMarkdown.Cut(string.Join('\n', RobotMarkdown.PlainLines(message)).Replace('<', '＜'), MostBytes) },
        },
    ];

    protected override (Uri Address, JsonObject Body) Signed(RobotRow robot, JsonObject body)
    {
        if (robot.Secret is { Length: > 0 } secret)
        {
            var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            body["timestamp"] = time;
            body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{time}\n{secret}"), Array.Empty<byte>()));
        }

        return (new Uri(robot.Url), body);
    }

    protected override SendOutcome Read(JsonObject answer) => (int?)(answer["code"] ?? answer["StatusCode"]) switch
    {
        0 => Accepted,
        11232 or 99991400 or 9499 when IsTooFast(answer) => new SendOutcome.Later(TimeSpan.FromSeconds(30), PaceScope.Chat, "Feishu's limit is used up"),
        11232 or 99991400 => new SendOutcome.Later(TimeSpan.FromSeconds(30), PaceScope.Chat, "Feishu's limit is used up"),
        19001 or 19002 or 19021 or 19022 or 19024 => new SendOutcome.Unreachable(Why($"{answer["code"]}", answer)),
        { } code => new SendOutcome.Refused(Why($"{code}", answer)),
        null => new SendOutcome.Unknown("Feishu gave an answer that is none"),
    };

    /// <summary>9499 stands for several faults; its words tell them apart.</summary>
    private static bool IsTooFast(JsonObject answer) => answer["msg"]?.ToString().Contains("too many", StringComparison.OrdinalIgnoreCase) == true;

    private static JsonNode Tag(Span span) => RobotMarkdown.IsWeb(span.Link)
        ? new JsonObject { ["tag"] = "a", ["text"] = span.Text, ["href"] = span.Link }
        : new JsonObject { ["tag"] = "text", ["text"] = span.Text };
}
