using Microsoft.AspNetCore.Mvc;

namespace Bot.Channels;

/// <summary>Where Telegram's webhook arrives: the path of <c>Telegram:WebhookUrl</c>.</summary>
internal static class TelegramEndpoint
{
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IConfiguration>().GetSection(TelegramOptions.Section).Get<TelegramOptions>() is { IsOn: true, Webhook: { } url })
        {
            routes.MapPost(url.AbsolutePath, async (HttpContext context, TelegramWebhook webhook, CancellationToken cancellationToken) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                context.Response.StatusCode = await webhook.Receive(
                    context.Request.Headers[TelegramWebhook.SecretHeader], await reader.ReadToEndAsync(cancellationToken), cancellationToken);
            }).WithMetadata(new RequestSizeLimitAttribute(TelegramWebhook.LargestUpdate));
        }

        return routes;
    }
}
