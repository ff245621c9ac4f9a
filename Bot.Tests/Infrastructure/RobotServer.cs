using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>WeCom's, Feishu's and DingTalk's robots on loopback, as their documents say: limits of size and pace, signatures, and refusals inside HTTP 200.</summary>
internal sealed class RobotServer : IAsyncDisposable
{
    public const string Key = "9f1c77aa-secret-key";
    public const string Secret = "SECtellnobody";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _taken = [];
    private DateTimeOffset _penaltyUntil;

    private RobotServer(WebApplication app) => _app = app;

    public string Host => new Uri(_app.Urls.Single()).Authority;

    /// <summary>The texts of the posts that were taken, by kind, in order.</summary>
    public ConcurrentQueue<(string Kind, string Text)> Taken { get; } = [];

    /// <summary>All refusals, as <c>kind code</c>.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>An answer in place of the usual one; null for the usual one.</summary>
    public Func<string, JsonObject, IResult?> Instead { get; set; } = (_, _) => null;

    public string WeComUrl => $"http://{Host}/cgi-bin/webhook/send?key={Key}";

    public string FeishuUrl => $"http://{Host}/open-apis/bot/v2/hook/{Key}";

    public string DingTalkUrl => $"http://{Host}/robot/send?access_token={Key}";

    public IEnumerable<string> Of(string kind) => Taken.Where(t => t.Kind == kind).Select(t => t.Text);

    public static async Task<RobotServer> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new RobotServer(app);
        app.MapPost("/cgi-bin/webhook/send", context => server.Answer("wecom", context, server.WeCom));
        app.MapPost("/open-apis/bot/v2/hook/{key}", context => server.Answer("feishu", context, server.Feishu));
        app.MapPost("/robot/send", context => server.Answer("dingtalk", context, server.DingTalk));
        await app.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(string kind, HttpContext context, Func<HttpRequest, JsonObject, (int Code, string Text)> serve)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted))!;
        if (Instead(kind, body) is { } instead)
        {
            await instead.ExecuteAsync(context);
            return;
        }

        var (code, text) = serve(context.Request, body);
        if (code == 0)
        {
            Taken.Enqueue((kind, text));
        }
        else
        {
            Refused.Enqueue($"{kind} {code}");
        }

        var answer = kind == "feishu"
            ? new JsonObject { ["code"] = code, ["msg"] = code == 0 ? "success" : text, ["data"] = new JsonObject() }
            : new JsonObject { ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : text };
        await Results.Text(answer.ToJsonString(), "application/json").ExecuteAsync(context);
    }

    private (int, string) WeCom(HttpRequest request, JsonObject body)
    {
        if (request.Query["key"] != Key)
        {
            return (93000, "invalid webhook url, hint: [1]");
        }

        var type = (string)body["msgtype"]!;
        var content = (string)body[type]!["content"]!;
        return type is not ("markdown" or "text") ? (40008, "invalid message type")
            : type == "markdown" && Encoding.UTF8.GetByteCount(content) > 4096 ? (40058, "markdown.content exceed max length 4096")
            : type == "text" && Encoding.UTF8.GetByteCount(content) > 2048 ? (45002, "content size out of limit")
            : Spend("wecom", 20, TimeSpan.FromMinutes(1)) ? (0, content) : (45009, "api freq out of limit");
    }

    private (int, string) Feishu(HttpRequest request, JsonObject body)
    {
        var time = (string?)body["timestamp"];
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{time}\n{Secret}"), Array.Empty<byte>()));
        if ((string?)body["sign"] != sign || Math.Abs(Now.ToUnixTimeSeconds() - long.Parse(time!, CultureInfo.InvariantCulture)) > 3600)
        {
            return (19021, "sign match fail or timestamp is not within one hour from current time");
        }

        if (!Spend("feishu second", 5, TimeSpan.FromSeconds(1)) || !Spend("feishu", 100, TimeSpan.FromMinutes(1)))
        {
            return (11232, "frequency limited");
        }

        return (string)body["msg_type"]! == "text"
            ? (0, (string)body["content"]!["text"]!)
            : (0, string.Join('\n', ((JsonArray)body["content"]!["post"]!["zh_cn"]!["content"]!).Select(line => string.Concat(((JsonArray)line!).Select(tag => (string)tag!["text"]!)))));
    }

    private (int, string) DingTalk(HttpRequest request, JsonObject body)
    {
        var time = (string?)request.Query["timestamp"];
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}\n{Secret}")));
        if (request.Query["access_token"] != Key || (string?)request.Query["sign"] != sign)
        {
            return (310000, "sign not match");
        }

        lock (_lock)
        {
            if (Now < _penaltyUntil)
            {
                return (130101, "send too fast, exceed 20 times per minute");
            }
        }

        if (!Spend("dingtalk", 20, TimeSpan.FromMinutes(1)))
        {
            lock (_lock)
            {
                _penaltyUntil = Now.AddMinutes(10);
            }

            return (130101, "send too fast, exceed 20 times per minute");
        }

        var type = (string)body["msgtype"]!;
        return (0, (string)(body[type]!["text"] ?? body[type]!["content"])!);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private bool Spend(string budget, int most, TimeSpan per)
    {
        lock (_lock)
        {
            var taken = _taken.TryGetValue(budget, out var known) ? known : _taken[budget] = [];
            taken.RemoveAll(t => Now - t >= per);
            if (taken.Count >= most)
            {
                return false;
            }

            taken.Add(Now);
            return true;
        }
    }
}
