using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Summaries.Model;

/// <summary>A loopback server that speaks as much of the chat-completions API as a summary needs.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>What the model says to every question.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The status of every answer.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Answers never come while it is set.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The bodies of the questions, oldest first.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    /// <summary>Where it speaks as an Ollama server does.</summary>
    public Uri Ollama => new(Endpoint.GetLeftPart(UriPartial.Authority));

    public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    public static async Task<ModelServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        server._app.MapPost("/v1/chat/completions", server.Reply);
        server._app.MapPost("/api/chat", server.ReplyAsOllama);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReplyAsOllama(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Questions.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        if (IsSilent)
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/x-ndjson";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            model = "m",
            created_at = "2024-06-05T00:00:00Z",
            message = new { role = "assistant", content = Answer },
            done = true,
            done_reason = "stop",
        }) + "\n");
    }

    private async Task Reply(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Questions.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        if (IsSilent)
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            id = "1",
            @object = "chat.completion",
            created = 1,
            model = "m",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Answer } } },
            usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
        }));
    }
}
