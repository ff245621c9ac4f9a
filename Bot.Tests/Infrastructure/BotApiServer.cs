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
    private readonly HttpClient _pushing = new();
    private (string Url, string Secret)? _webhook;
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

    /// <summary>Whether all updates up to this one were acknowledged.</summary>
    public bool IsAcknowledged(int update) => Volatile.Read(ref _acknowledged) >= update;

    /// <summary>Somebody types.</summary>
    /// <returns>The update's number.</returns>
    public int Say(long chat, string text, string language = "zh-hans", string type = "private") => Arrive("message", new JsonObject
    {
        ["message_id"] = Interlocked.Increment(ref _messageId),
        ["date"] = 1_700_000_000,
        ["chat"] = Chat(chat, type),
        ["from"] = User(chat, language),
        ["text"] = text,
    });

    /// <summary>The bot is added to a chat, or put out of it.</summary>
    public void Member(long chat, string before, string after, string language = "zh-hans", string type = "supergroup", long by = 99) => Arrive("my_chat_member", new JsonObject
    {
        ["chat"] = Chat(chat, type),
        ["from"] = User(by, language),
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

    /// <summary>Somebody forwards a channel's post to the bot.</summary>
    public int Forward(long chat, long channel, string language = "zh-hans") => Arrive("message", new JsonObject
    {
        ["message_id"] = Interlocked.Increment(ref _messageId),
        ["date"] = 1_700_000_000,
        ["chat"] = Chat(chat, "private"),
        ["from"] = User(chat, language),
        ["text"] = "forwarded",
        ["forward_origin"] = new JsonObject { ["type"] = "channel", ["date"] = 1_700_000_000, ["message_id"] = 5, ["chat"] = new JsonObject { ["id"] = channel, ["type"] = "channel", ["title"] = "频道" } },
    });

    /// <summary>Somebody picks a channel with the button that asks for one.</summary>
    public int Share(long chat, long channel) => Arrive("message", new JsonObject
    {
        ["message_id"] = Interlocked.Increment(ref _messageId),
        ["date"] = 1_700_000_000,
        ["chat"] = Chat(chat, "private"),
        ["from"] = User(chat, "zh-hans"),
        ["chat_shared"] = new JsonObject { ["request_id"] = 1, ["chat_id"] = channel },
    });

    /// <summary>Somebody taps a button.</summary>
    /// <returns>The update's number.</returns>
    public int Tap(long chat, string data, int messageId = 1, string language = "zh-hans") => Arrive("callback_query", new JsonObject
    {
        ["id"] = Guid.NewGuid().ToString("N"),
        ["from"] = User(chat, language),
        ["chat_instance"] = "1",
        ["data"] = data,
        ["message"] = new JsonObject { ["message_id"] = messageId, ["date"] = 1_700_000_000, ["chat"] = Chat(chat, "private"), ["text"] = "…" },
    });

    /// <summary>Sends an update as Telegram sends it to a webhook.</summary>
    public async Task<HttpStatusCode> Push(string url, string? secret, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await _pushing.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Sends what has not been acknowledged to the webhook, in its order, as Telegram does until it is taken.</summary>
    public async Task PushAll(CancellationToken cancellationToken)
    {
        while (_webhook is { } hook && _updates.TryPeek(out var update))
        {
            if (await Push(hook.Url, hook.Secret, update.ToJsonString(), cancellationToken) == HttpStatusCode.OK)
            {
                _updates.TryDequeue(out _);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pushing.Dispose();
        await _app.DisposeAsync();
    }

    private int Arrive(string kind, JsonObject content)
    {
        var id = Interlocked.Increment(ref _updateId);
        _updates.Enqueue(new JsonObject { ["update_id"] = id, [kind] = content });
        _arrived.Writer.TryWrite(true);
        return id;
    }

    private async Task<IResult> Answer(string token, string method, HttpContext context)
    {
        JsonObject body = [];
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            foreach (var (key, value) in form)
            {
                body[key] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                using var content = new StreamReader(file.OpenReadStream());
                Files.Enqueue((file.FileName, await content.ReadToEndAsync(context.RequestAborted)));
            }
        }
        else
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            body = text.Length > 0 ? (JsonObject)JsonNode.Parse(text)! : [];
        }

        if (token != Token)
        {
            return Fault(new Refusal(401, "Unauthorized"));
        }

        if (method == "getUpdates")
        {
            return await Updates(body, context.RequestAborted);
        }

        var call = new Call(method, body, null);
        call = call with { Refusal = Refuse(call), MessageId = method == "sendMessage" ? Interlocked.Increment(ref _messageId) : null };
        Calls.Enqueue(call);
        return call.Refusal is { } refusal ? Fault(refusal) : method switch
        {
            "getMe" => Done(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Faxun", ["username"] = "faxun_bot" }),
            "sendMessage" or "editMessageText" => Done(new JsonObject
            {
                ["message_id"] = call.MessageId ?? (int)body["message_id"]!,
                ["date"] = 1_700_000_000,
                ["chat"] = Chat((long)body["chat_id"]!, "private"),
                ["text"] = (string)body["text"]!,
            }),
            "sendDocument" => Done(new JsonObject
            {
                ["message_id"] = Interlocked.Increment(ref _messageId),
                ["date"] = 1_700_000_000,
                ["chat"] = Chat(long.Parse((string)body["chat_id"]!, System.Globalization.CultureInfo.InvariantCulture), "private"),
            }),
            "getChatMember" => Done(Members.Contains((long)body["user_id"]!)
                ? new JsonObject { ["status"] = "member", ["user"] = User((long)body["user_id"]!, "zh") }
                : new JsonObject { ["status"] = "creator", ["user"] = User((long)body["user_id"]!, "zh"), ["is_anonymous"] = false }),
            "getChat" => KnownChannel(body["chat_id"]!) is var (id, title)
                ? Done(new JsonObject { ["id"] = id, ["type"] = "channel", ["title"] = title, ["accent_color_id"] = 0, ["max_reaction_count"] = 1, ["accepted_gift_types"] = new JsonObject() })
                : Fault(new Refusal(400, "Bad Request: chat not found")),
            "setWebhook" => Hooked(body),
            "deleteWebhook" => Unhooked(),
            "answerCallbackQuery" or "setMyCommands" or "setMyDescription" or "setMyShortDescription" => Done(true),
            _ => Unknown(method),
        };
    }

    private (long Id, string Title)? KnownChannel(JsonNode named)
    {
        var name = named.ToString();
        return Channels.FirstOrDefault(c => c.Key.ToString(System.Globalization.CultureInfo.InvariantCulture) == name || "@" + c.Value == name) is { Value: { } title } found ? (found.Key, title) : null;
    }

    private IResult Hooked(JsonObject body)
    {
        _webhook = ((string)body["url"]!, (string?)body["secret_token"] ?? "");
        return Done(true);
    }

    private IResult Unhooked()
    {
        _webhook = null;
        return Done(true);
    }

    private IResult Unknown(string method)
    {
        Unplanned.Enqueue(method);
        return Fault(new Refusal(404, "Not Found"));
    }

    private async Task<IResult> Updates(JsonObject body, CancellationToken cancellationToken)
    {
        if (_webhook is not null)
        {
            return Fault(new Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        }

        var offset = (int?)body["offset"] ?? 0;
        Volatile.Write(ref _acknowledged, Math.Max(_acknowledged, offset - 1));
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

        return Done(new JsonArray([.. _updates.Take(100).Select(u => u.DeepClone())]));
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

    /// <param name="MessageId">The number that a sent message got; null for other calls.</param>
    internal sealed record Call(string Method, JsonObject Body, Refusal? Refusal, int? MessageId = null);

    internal sealed record Refusal(int Code, string Description, Dictionary<string, long>? Parameters = null);

    internal sealed record SentMessage(long Chat, string Text, JsonObject? Keyboard);
}
