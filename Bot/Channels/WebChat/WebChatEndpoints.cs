using System.Globalization;
using Bot.Subscribers;
using Bot.Texts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>The web chat over HTTP: the page under <c>/</c>, the rest under <c>/chat/</c>.</summary>
internal static class WebChatEndpoints
{
    /// <summary>Where a visitor's own data is fetched.</summary>
    public const string MyData = "/chat/mydata";

    private const long LargestBody = 16 * 1024;
    internal const string Guard =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IOptions<WebChatOptions>>().Value.Enabled)
        {
            return endpoints;
        }

        endpoints.MapGet("/", Page);
        endpoints.MapGet("/chat/{file}", (string file, HttpContext context, WebChatPage page) => page.File(context, file));
        endpoints.MapGet("/chat/stream", Stream);
        endpoints.MapGet("/chat/earlier", Earlier);
        endpoints.MapGet("/chat/commands", Commands);
        endpoints.MapGet(MyData, OwnData);
        endpoints.MapBulletinPages();
        var writing = endpoints.MapGroup("/chat").AddEndpointFilter<SameOrigin>().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        writing.MapPost("/hello", Hello);
        writing.MapPost("/say", Say);
        writing.MapPost("/tap", Tap);
        return endpoints;
    }

    private static async Task<IResult> Page(HttpContext context, WebChatPage page, SubscriberStore subscribers, CancellationToken cancellationToken)
    {
        var visitor = WebVisitor.Of(context.Request);
        var chat = visitor is null ? null : await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Guard;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = "Accept-Language, Cookie";
        return page.Page(context, LanguageTags.Parse(chat?.Language ?? Spoken(context.Request)));
    }

    private static async Task<Results<JsonHttpResult<HelloAnswer>, StatusCodeHttpResult>> Hello(
        HelloRequest hello, HttpContext context, WebChatDesk desk, WebChatPace pace, CancellationToken cancellationToken)
    {
        var visitor = WebVisitor.Of(context.Request);
        if (visitor is null || !await desk.Knows(visitor, cancellationToken))
        {
            if (!pace.MayArrive(context))
            {
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            if (!desk.Opens(hello.Code))
            {
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            }

            visitor = WebVisitor.Admit(context);
        }

        var answer = await desk.Hello(visitor, hello with { Language = hello.Language ?? Spoken(context.Request) }, cancellationToken);
        return TypedResults.Json(answer, WebChatJson.Options);
    }

    private static async Task<Results<JsonHttpResult<WebAnswer>, StatusCodeHttpResult>> Say(
        SayRequest said, HttpContext context, WebChatDesk desk, WebChatPace pace, CancellationToken cancellationToken)
    {
        var text = said.Text?.Trim() ?? "";
        if (text.Length is 0 or > WebChatDesk.LongestText)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        return await Refusal(context, desk, pace, cancellationToken) is { } refusal
            ? refusal
            : TypedResults.Json(await desk.Say(WebVisitor.Of(context.Request)!, text, Spoken(context.Request), cancellationToken), WebChatJson.Options);
    }

    private static async Task<Results<JsonHttpResult<WebAnswer>, StatusCodeHttpResult>> Tap(
        TapRequest tapped, HttpContext context, WebChatDesk desk, WebChatPace pace, CancellationToken cancellationToken)
    {
        if (tapped.Action is not { Length: > 0 and <= Conversation.TapAction.MostBytes } action)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (await Refusal(context, desk, pace, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var answer = await desk.Tap(WebVisitor.Of(context.Request)!, action, tapped.Message, Spoken(context.Request), cancellationToken);
        if (answer.Gone)
        {
            WebVisitor.Forget(context);
        }

        return TypedResults.Json(answer, WebChatJson.Options);
    }

    private static async Task<IResult> Stream(
        HttpContext context, WebChatDesk desk, WebChatStream stream, long? after, CancellationToken cancellationToken)
    {
        if (WebVisitor.Of(context.Request) is not { } visitor || !await desk.Knows(visitor, cancellationToken))
        {
            return TypedResults.Unauthorized();
        }

        var last = context.Request.Headers["Last-Event-ID"].ToString();
        var from = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : after ?? 0;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return TypedResults.ServerSentEvents(stream.From(visitor, from, cancellationToken));
    }

    private static async Task<IResult> Earlier(HttpContext context, WebChatDesk desk, long before, CancellationToken cancellationToken) =>
        WebVisitor.Of(context.Request) is { } visitor && await desk.Knows(visitor, cancellationToken)
            ? TypedResults.Json(await desk.History(visitor, before, cancellationToken), WebChatJson.Options)
            : TypedResults.Unauthorized();

    private static async Task<IResult> Commands(HttpContext context, WebChatDesk desk, CancellationToken cancellationToken) =>
        WebVisitor.Of(context.Request) is { } visitor && await desk.Commands(visitor, cancellationToken) is { } commands
            ? TypedResults.Json(commands, WebChatJson.Options)
            : TypedResults.Unauthorized();

    private static async Task<IResult> OwnData(HttpContext context, WebChatDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (WebVisitor.Of(context.Request) is not { } visitor || await desk.MyData(visitor, cancellationToken) is not { } data)
        {
            return TypedResults.Unauthorized();
        }

        context.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"faxun-{clock.GetUtcNow():yyyy-MM-dd}.json");
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(data), "application/json", name);
    }

    private static async Task<StatusCodeHttpResult?> Refusal(HttpContext context, WebChatDesk desk, WebChatPace pace, CancellationToken cancellationToken) =>
        WebVisitor.Of(context.Request) is not { } visitor || !await desk.Knows(visitor, cancellationToken)
            ? TypedResults.StatusCode(StatusCodes.Status401Unauthorized)
            : await pace.MaySpeak(visitor, cancellationToken) ? null : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);

    /// <summary>The language that the browser asks for first.</summary>
    internal static string? Spoken(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value)
        .FirstOrDefault(l => l is not null && (l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)));
}
