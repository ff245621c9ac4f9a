using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Deliveries;

/// <summary>
/// A Bot API server on loopback in a process of its own, so that its processor time is not the program's. It keeps limits in sliding windows,
/// answers after a latency, and counts what a judge wants to know.
/// </summary>
internal sealed class PostOffice(double perSecond, double perChat, double perGroupAndMinute, int latency)
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _all = [];
    private readonly Dictionary<long, Queue<long>> _chats = [];
    private readonly Dictionary<long, int> _last = [];
    private int _inFlight, _mostInFlight, _accepted, _refused, _twice, _disorder;
    private long _first = -1, _latest, _messageId;

    public static async Task Run(string[] limits)
    {
        double Number(int i) => double.Parse(limits[i], CultureInfo.InvariantCulture);
        var office = new PostOffice(Number(0), Number(1), Number(2), (int)Number(3));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/bot{token}/{method}", office.Answer);
        app.MapGet("/stats", office.Stats);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadLineAsync();
        await app.StopAsync();
    }

    private async Task Answer(string method, HttpContext context)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        var now = TimeProvider.System.GetTimestamp();
        long wait, id = 0;
        lock (_lock)
        {
            _mostInFlight = Math.Max(_mostInFlight, ++_inFlight);
            wait = Judge(body, now);
            id = wait == 0 ? ++_messageId : 0;
        }

        if (latency > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(latency), TimeProvider.System);
        }

        Interlocked.Decrement(ref _inFlight);
        JsonObject answer = wait == 0
            ? new() { ["ok"] = true, ["result"] = new JsonObject { ["message_id"] = id, ["date"] = 1_700_000_000, ["chat"] = new JsonObject { ["id"] = (long)body["chat_id"]!, ["type"] = "private" }, ["text"] = "…" } }
            : new() { ["ok"] = false, ["error_code"] = 429, ["description"] = $"Too Many Requests: retry after {wait}", ["parameters"] = new JsonObject { ["retry_after"] = wait } };
        context.Response.StatusCode = wait == 0 ? 200 : 429;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    /// <returns>0, or how many seconds to wait.</returns>
    private long Judge(JsonObject body, long now)
    {
        var chat = (long)body["chat_id"]!;
        var sent = _chats.TryGetValue(chat, out var known) ? known : _chats[chat] = new Queue<long>();
        Forget(_all, now, TimeSpan.FromSeconds(1));
        Forget(sent, now, chat < 0 ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1 / perChat));
        var isTooMuch = _all.Count >= perSecond || (chat >= 0 && sent.Count >= 1)
            || (chat < 0 && (sent.Count >= perGroupAndMinute || (sent.Count > 0 && TimeProvider.System.GetElapsedTime(sent.Last(), now) < TimeSpan.FromSeconds(1 / perChat))));
        if (isTooMuch)
        {
            _refused++;
            return 1;
        }

        _all.Enqueue(now);
        if (!double.IsPositiveInfinity(perChat))
        {
            sent.Enqueue(now);
        }

        _first = _first < 0 ? now : _first;
        _latest = now;
        _accepted++;
        var text = (string)body["text"]!;
        var at = text.IndexOf('第') + 1;
        var number = int.Parse(text.AsSpan(at, text.IndexOf('号') - at), CultureInfo.InvariantCulture);
        var before = _last.GetValueOrDefault(chat);
        _twice += number == before ? 1 : 0;
        _disorder += number < before ? 1 : 0;
        _last[chat] = number;
        return 0;
    }

    private static void Forget(Queue<long> moments, long now, TimeSpan after)
    {
        while (moments.TryPeek(out var gone) && TimeProvider.System.GetElapsedTime(gone, now) >= after)
        {
            moments.Dequeue();
        }
    }

    private IResult Stats()
    {
        lock (_lock)
        {
            return Results.Text(JsonSerializer.Serialize(new PostOfficeStats(
                _accepted, _refused, _twice, _disorder, _mostInFlight, _first < 0 ? 0 : TimeProvider.System.GetElapsedTime(_first, _latest).TotalSeconds)));
        }
    }
}

/// <param name="Seconds">From the first message that was taken to the last.</param>
internal sealed record PostOfficeStats(int Accepted, int Refused, int Twice, int Disorder, int MostInFlight, double Seconds);
