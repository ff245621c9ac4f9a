using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Conversation;

/// <summary>A Bot API server on loopback that notes when each update was handed out and when each message came back.</summary>
internal sealed class LoopbackTelegram : IAsyncDisposable
{
    public const string Token = "123456:AAburstburstburstburstburstburstbu";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(int Id, string Json)> _updates = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private int _lastUpdate;
    private int _lastMessage;

    private LoopbackTelegram(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>By update, when it was first handed out (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public ConcurrentDictionary<int, long> Handed { get; } = [];

    /// <summary>What was sent, in the order of arrival.</summary>
    public ConcurrentQueue<(long Chat, int Message, string Text, long At)> Sent { get; } = [];

    public int Acknowledged { get; private set; }

    public static async Task<LoopbackTelegram> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new LoopbackTelegram(app);
        app.MapPost("/bot{token}/{method}", server.Answer);
        await app.StartAsync();
        return server;
    }

    public int Say(long chat, string text)
    {
        var id = Interlocked.Increment(ref _lastUpdate);
        Arrive(id, new JsonObject
        {
            ["update_id"] = id,
            ["message"] = new JsonObject
            {
                ["message_id"] = id,
                ["date"] = 1_700_000_000,
                ["chat"] = Chat(chat),
                ["from"] = User(chat),
                ["text"] = text,
            },
        });
        return id;
    }

    public int Tap(long chat, int message, string data)
    {
        var id = Interlocked.Increment(ref _lastUpdate);
        Arrive(id, new JsonObject
        {
            ["update_id"] = id,
            ["callback_query"] = new JsonObject
            {
                ["id"] = $"{id}",
                ["from"] = User(chat),
                ["chat_instance"] = "1",
                ["data"] = data,
                ["message"] = new JsonObject { ["message_id"] = message, ["date"] = 1_700_000_000, ["chat"] = Chat(chat), ["text"] = "…" },
            },
        });
        return id;
    }

    /// <summary>The newest button of a chat with this beginning of its action.</summary>
    public ConcurrentDictionary<long, (int Message, string Keyboard)> Keyboards { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private void Arrive(int id, JsonObject update)
    {
        _updates.Enqueue((id, update.ToJsonString()));
        _arrived.Release();
    }

    private async Task<IResult> Answer(string method, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var body = text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [];
        switch (method)
        {
            case "getUpdates":
                return await Updates(body, context.RequestAborted);
            case "getMe":
                return Done(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Faxun", ["username"] = "faxun_bot" }.ToJsonString());
            case "sendMessage":
                var chat = (long)body["chat_id"]!;
                var message = Interlocked.Increment(ref _lastMessage);
                Sent.Enqueue((chat, message, (string)body["text"]!, Stopwatch.GetTimestamp()));
                if (body["reply_markup"] is { } keyboard)
                {
                    Keyboards[chat] = (message, keyboard.ToJsonString());
                }

                return Done($$"""{"message_id":{{message}},"date":1700000000,"chat":{"id":{{chat}},"type":"private","first_name":"甲"},"text":"…"}""");
            case "editMessageText":
                return Done($$"""{"message_id":{{(int)body["message_id"]!}},"date":1700000000,"chat":{"id":{{(long)body["chat_id"]!}},"type":"private","first_name":"甲"},"text":"…"}""");
            default:
                return Done("true");
        }
    }

    private async Task<IResult> Updates(JsonObject body, CancellationToken cancellationToken)
    {
        var offset = (int?)body["offset"] ?? 0;
        while (_updates.TryPeek(out var first) && first.Id < offset)
        {
            _updates.TryDequeue(out _);
        }

        Acknowledged = Math.Max(Acknowledged, offset - 1);
        if (_updates.IsEmpty)
        {
            await _arrived.WaitAsync(TimeSpan.FromSeconds(Math.Min(5, (int?)body["timeout"] ?? 0)), cancellationToken);
        }

        var shown = _updates.Take(100).ToList();
        var now = Stopwatch.GetTimestamp();
        foreach (var (id, _) in shown)
        {
            Handed.TryAdd(id, now);
        }

        return Done($"[{string.Join(',', shown.Select(u => u.Json))}]");
    }

    private static IResult Done(string result) => Results.Text($$"""{"ok":true,"result":{{result}}}""", "application/json");

    private static JsonObject Chat(long id) => new() { ["id"] = id, ["type"] = "private", ["first_name"] = "甲" };

    private static JsonObject User(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "甲", ["language_code"] = "zh" };
}
