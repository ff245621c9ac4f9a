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
/// their own, and, where a test plans them, 429 with <c>retry_after</c>, 403 and other refusals. A method that it does not know is a fault of the test.
/// </summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    public const string Token = "123456:AAloopbackloopbackloopbackloopback";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _updates = [];
    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private int _updateId = 100;
    private int _messageId = 1000;

    private BotApiServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Every call but getUpdates, in the order of its arrival.</summary>
    public ConcurrentQueue<Call> Calls { get; } = [];

    public ConcurrentQueue<string> Unplanned { get; } = [];

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

    /// <summary>Somebody types.</summary>
    public void Say(long chat, string text, string language = "zh-hans", string type = "private") => Arrive("message", new JsonObject
    {
        ["message_id"] = Interlocked.Increment(ref _messageId),
        ["date"] = 1_700_000_000,
        ["chat"] = Chat(chat, type),
        ["from"] = User(chat, language),
        ["text"] = text,
    });

    /// <summary>The bot is added to a chat, or put out of it.</summary>
    public void Member(long chat, string before, string after, string language = "zh-hans", string type = "supergroup") => Arrive("my_chat_member", new JsonObject
    {
        ["chat"] = Chat(chat, type),
        ["from"] = User(99, language),
        ["date"] = 1_700_000_000,
        ["old_chat_member"] = new JsonObject { ["status"] = before, ["user"] = User(123456, language), ["until_date"] = 0 },
        ["new_chat_member"] = new JsonObject { ["status"] = after, ["user"] = User(123456, language) },
    });

    /// <summary>A group becomes a supergroup, as the last message of the old one says.</summary>
    public void Migrate(long from, long to) => Arrive("message", new JsonObject
    {
        ["message_id"] = Interlocked.Increment(ref _messageId),
        ["date"] = 1_700_000_000,
        ["chat"] = Chat(from, "group"),
        ["migrate_to_chat_id"] = to,
    });

    /// <summary>Somebody taps a button.</summary>
    public void Tap(long chat, string data, int messageId = 1, string language = "zh-hans") => Arrive("callback_query", new JsonObject
    {
        ["id"] = Guid.NewGuid().ToString("N"),
        ["from"] = User(chat, language),
        ["chat_instance"] = "1",
        ["data"] = data,
        ["message"] = new JsonObject { ["message_id"] = messageId, ["date"] = 1_700_000_000, ["chat"] = Chat(chat, "private"), ["text"] = "…" },
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Arrive(string kind, JsonObject content)
    {
        _updates.Enqueue(new JsonObject { ["update_id"] = Interlocked.Increment(ref _updateId), [kind] = content });
        _arrived.Writer.TryWrite(true);
    }

    private async Task<IResult> Answer(string token, string method, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var body = text.Length > 0 ? (JsonObject)JsonNode.Parse(text)! : [];
        if (token != Token)
        {
            return Fault(new Refusal(401, "Unauthorized"));
        }

        if (method == "getUpdates")
        {
            return await Updates(body, context.RequestAborted);
        }

        var call = new Call(method, body, null);
        call = call with { Refusal = Refuse(call) };
        Calls.Enqueue(call);
        return call.Refusal is { } refusal ? Fault(refusal) : method switch
        {
            "getMe" => Done(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Faxun", ["username"] = "faxun_bot" }),
            "sendMessage" or "editMessageText" => Done(new JsonObject
            {
                ["message_id"] = method == "sendMessage" ? Interlocked.Increment(ref _messageId) : (int)body["message_id"]!,
                ["date"] = 1_700_000_000,
                ["chat"] = Chat((long)body["chat_id"]!, "private"),
                ["text"] = (string)body["text"]!,
            }),
            "getChatMember" => Done(new JsonObject { ["status"] = "creator", ["user"] = User((long)body["user_id"]!, "zh"), ["is_anonymous"] = false }),
            "answerCallbackQuery" or "setMyCommands" or "setMyDescription" or "setMyShortDescription" or "deleteWebhook" => Done(true),
            _ => Unknown(method),
        };
    }

    private IResult Unknown(string method)
    {
        Unplanned.Enqueue(method);
        return Fault(new Refusal(404, "Not Found"));
    }

    private async Task<IResult> Updates(JsonObject body, CancellationToken cancellationToken)
    {
        var offset = (int?)body["offset"] ?? 0;
        while (_updates.TryPeek(out var first) && (int)first["update_id"]! < offset)
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

        return Done(new JsonArray([.. _updates.Select(u => u.DeepClone())]));
    }

    private static JsonObject Chat(long id, string type) => new() { ["id"] = id, ["type"] = type, ["first_name"] = "甲" };

    private static JsonObject User(long id, string language) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "甲", ["language_code"] = language };

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

    internal sealed record Call(string Method, JsonObject Body, Refusal? Refusal);

    internal sealed record Refusal(int Code, string Description, Dictionary<string, long>? Parameters = null);

    internal sealed record SentMessage(long Chat, string Text, JsonObject? Keyboard);
}
