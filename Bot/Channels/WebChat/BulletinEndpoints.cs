using System.Security.Cryptography;
using Bot.Subscribers;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary><c>/b/{id}</c> and <c>/topics/{id}.atom</c>. Where the chat asks for an access code, they are for its visitors alone.</summary>
internal static class BulletinEndpoints
{
    private static readonly TimeZoneInfo _unknownReader = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static void MapBulletinPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/b/{id:long}", Page);
        endpoints.MapGet("/topics/{id}.atom", Feed);
    }

    private static async Task<IResult> Page(
        long id, HttpContext context, BulletinPage pages, SubscriberStore subscribers, IOptions<WebChatOptions> options, CancellationToken cancellationToken)
    {
        var reader = await Reader(context, subscribers, cancellationToken);
        var language = LanguageTags.Parse(reader?.Language ?? WebChatEndpoints.Spoken(context.Request));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = WebChatEndpoints.Guard;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        if (options.Value.AccessCode is not null && reader is null)
        {
            return Html(pages.Notice("page.closed", language), StatusCodes.Status403Forbidden);
        }

        var zone = reader is not null && TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var own) ? own : _unknownReader;
        return await pages.Compose(id, language, zone, cancellationToken) is { } page
            ? Html(page, StatusCodes.Status200OK)
            : Html(pages.Notice("page.gone", language), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Feed(
        string id, HttpContext context, TopicFeed feeds, SubscriberStore subscribers, IOptions<WebChatOptions> options, CancellationToken cancellationToken)
    {
        if (options.Value.AccessCode is not null && await Reader(context, subscribers, cancellationToken) is null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var language = LanguageTags.Parse(WebChatEndpoints.Spoken(context.Request));
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        if (await feeds.Compose(id, site, language, cancellationToken) is not { } feed)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language";
        return Results.Bytes(feed, "application/atom+xml; charset=utf-8", entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))[..24]}\""));
    }

    private static async Task<ChatRow?> Reader(HttpContext context, SubscriberStore subscribers, CancellationToken cancellationToken) =>
        WebVisitor.Of(context.Request) is { } visitor ? await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken) : null;

    private static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);
}
