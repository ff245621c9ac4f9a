using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>
/// A Bot API server on loopback. It answers as the real one does: updates by long polling until they are acknowledged, messages with ids of
/// their own, edits and threads only of what there is, and, where a test plans them, 429 with <c>retry_after</c> and other refusals. A call that
/// the Bot API does not describe fails the test when the server is put away, with a sentence that says what is wrong.
/// </summary>
internal sealed partial class BotApiServer : IAsyncDisposable
{
    public const string Token = "123456:AAloopbackloopbackloopbackloopback";

    private readonly WebApplication _app;
    private readonly BotApiChats _chats = new();
    private readonly ConcurrentQueue<JsonObject> _updates = [];
    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private readonly HttpClient _pushing = new();
    private (string Url, string Secret)? _webhook;
    private HashSet<string>? _kinds;
    private int _acknowledged;
    private int _updateId = 100;
    private int _messageId = 1000;

    private BotApiServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Every call but getUpdates, in the order of its arrival.</summary>
    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>What was sent to <c>sendDocument</c>, by name.</summary>
    public ConcurrentQueue<(string Name, string Text)> Files { get; } = [];

    /// <summary>Where updates are sent by themselves; null while they are asked for.</summary>
    public (string Url, string Secret)? Webhook => _webhook;

    /// <summary>Who is no administrator anywhere.</summary>
    public HashSet<long> Members { get; } = [];

    /// <summary>Broadcast channels, by number.</summary>
    public Dictionary<long, string> Channels { get; } = [];

    /// <summary>What is remembered of chats and can be changed: threads, age, who shut the bot out.</summary>
    public BotApiChats Chats => _chats;

    /// <summary>Calls that the Bot API does not describe, one sentence each.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>An answer in place of the usual one; null for the usual one.</summary>
    public Func<Call, Refusal?> Refuse { get; set; } = _ => null;

    public IEnumerable<SentMessage> Sent => Calls.Where(c => c.Method == "sendMessage" && c.Refusal is null)
        .Select(c => new SentMessage((long)c.Body["chat_id"]!, (string)c.Body["text"]!, c.Body["reply_markup"] as JsonObject));

    public static async Task<BotApiServer> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new BotApiServer(app);
        app.MapPost("/bot{token}/{method}", server.Answer);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Whether all updates up to this one were acknowledged.</summary>
    public bool IsAcknowledged(int update) => Volatile.Read(ref _acknowledged) >= update;

    public async ValueTask DisposeAsync()
    {
        _pushing.Dispose();
        await _app.DisposeAsync();
        Assert.True(Faults.IsEmpty, $"The Bot API does not know such calls:\n{string.Join('\n', Faults.Distinct())}");
    }

    private async Task<IResult> Answer(string token, string method, HttpContext context)
    {
        var body = await Body(context);
        if (token != Token)
        {
            return Fault(new Refusal(401, "Unauthorized"));
        }

        var faults = BotApiSchema.Faults(method, body);
        foreach (var fault in faults)
        {
            Faults.Enqueue(fault);
        }

        if (faults.Count > 0)
        {
            return Fault(new Refusal(400, $"Bad Request: {faults[0]}"));
        }

        if (method == "getUpdates")
        {
            return await Updates(body, context.RequestAborted);
        }

        var call = new Call(method, body, null);
        call = call with
        {
            Refusal = Refuse(call) ?? _chats.Refuses(method, body),
            MessageId = method switch
            {
                "sendMessage" or "sendDocument" => Interlocked.Increment(ref _messageId),
                "editMessageText" => (int)body["message_id"]!,
                _ => null,
            },
        };
        if (call is { Refusal: null, MessageId: { } message })
        {
            _chats.Took(body, message);
        }

        Calls.Enqueue(call);
        return call.Refusal is { } refusal ? Fault(refusal) : Done(call);
    }

    /// <summary>A form's values are told by what they look like, as the real server does.</summary>
    private async Task<JsonObject> Body(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            return text.Length > 0 ? (JsonObject)JsonNode.Parse(text)! : [];
        }

        JsonObject body = [];
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        foreach (var (key, value) in form)
        {
            body[key] = key is "chat_id" or "message_thread_id" or "reply_markup" or "reply_parameters" || value == "true" || value == "false" || value == "True" || value == "False"
                ? JsonNode.Parse(value.ToString().ToLowerInvariant())
                : value.ToString();
        }

        foreach (var file in form.Files)
        {
            using var content = new StreamReader(file.OpenReadStream());
            Files.Enqueue((file.FileName, await content.ReadToEndAsync(context.RequestAborted)));
        }

        return body;
    }

    private IResult Done(Call call)
    {
        var body = call.Body;
        switch (call.Method)
        {
            case "getMe":
                return Done(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Faxun", ["username"] = "faxun_bot" });
            case "sendMessage" or "editMessageText" or "sendDocument":
                var message = new JsonObject { ["message_id"] = call.MessageId, ["date"] = Now, ["chat"] = Chat((long)body["chat_id"]!, null) };
                if (body["text"] is not null)
                {
                    message["text"] = BotApiSchema.Shown(body).Text;
                }

                return Done(message);
            case "getChatMember":
                var person = (long)body["user_id"]!;
                return Done(Members.Contains(person)
                    ? new JsonObject { ["status"] = "member", ["user"] = User(person, "zh") }
                    : new JsonObject { ["status"] = "creator", ["user"] = User(person, "zh"), ["is_anonymous"] = false });
            case "getChat":
                return KnownChannel(body["chat_id"]!) is var (id, title)
                    ? Done(new JsonObject { ["id"] = id, ["type"] = "channel", ["title"] = title, ["accent_color_id"] = 0, ["max_reaction_count"] = 1, ["accepted_gift_types"] = new JsonObject() })
                    : Fault(new Refusal(400, "Bad Request: chat not found"));
            case "setWebhook":
                _webhook = ((string)body["url"]!, (string?)body["secret_token"] ?? "");
                return Done(true);
            case "deleteWebhook":
                _webhook = null;
                return Done(true);
            default:
                return Done(true);
        }
    }

    private (long Id, string Title)? KnownChannel(JsonNode named)
    {
        var name = named.ToString();
        return Channels.FirstOrDefault(c => c.Key.ToString(System.Globalization.CultureInfo.InvariantCulture) == name || "@" + c.Value == name) is { Value: { } title } found ? (found.Key, title) : null;
    }

    private async Task<IResult> Updates(JsonObject body, CancellationToken cancellationToken)
    {
        if (_webhook is not null)
        {
            return Fault(new Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        }

        _kinds = body["allowed_updates"] is JsonArray kinds ? [.. kinds.Select(k => (string)k!)] : _kinds;
        var offset = (int?)body["offset"] ?? 0;
        Volatile.Write(ref _acknowledged, Math.Max(_acknowledged, offset - 1));
        while (_updates.TryPeek(out var first) && ((int)first["update_id"]! < offset || !IsWanted(first)))
        {
            _updates.TryDequeue(out _);
        }

        if (_updates.IsEmpty)
        {
            using var poll = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            poll.CancelAfter(TimeSpan.FromSeconds(Math.Min(2, (int?)body["timeout"] ?? 0)));
            try
            {
                await _arrived.Reader.ReadAsync(poll.Token);
            }
            catch (OperationCanceledException)
            {
                // Nothing arrived in time: an empty answer.
            }
        }

        return Done(new JsonArray([.. _updates.Where(IsWanted).Take(100).Select(u => u.DeepClone())]));
    }

    private bool IsWanted(JsonObject update) => _kinds is null || update.Any(p => _kinds.Contains(p.Key));

    private static IResult Done(JsonNode result) => Results.Text(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString(), "application/json");

    private static IResult Fault(Refusal refusal)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Description };
        if (refusal.Parameters is { } parameters)
        {
            answer["parameters"] = JsonSerializer.SerializeToNode(parameters);
        }

        return Results.Text(answer.ToJsonString(), "application/json", statusCode: refusal.Code);
    }

    /// <param name="MessageId">The number that a sent message got, or of the changed one; null for other calls.</param>
    internal sealed record Call(string Method, JsonObject Body, Refusal? Refusal, int? MessageId = null);

    internal sealed record Refusal(int Code, string Description, Dictionary<string, long>? Parameters = null);

    internal sealed record SentMessage(long Chat, string Text, JsonObject? Keyboard);
}
