using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

internal sealed class TelegramOptions : IValidatableObject
{
    public const string Section = "Telegram";

    /// <summary>The ports to which Telegram's own servers send webhooks (core.telegram.org/bots/api#setwebhook).</summary>
    private static readonly int[] _ports = [443, 80, 88, 8443];

    /// <summary>From @BotFather, such as <c>123456789:AA…</c>. Without one (the default) Telegram is off.</summary>
    [RegularExpression(@"\s*(\d+:[A-Za-z0-9_-]+)?\s*", ErrorMessage = "Telegram:Token is no token: expected something like 123456789:AAxx, as @BotFather gives it.")]
    public string? Token { get; set; }

    /// <summary>A self-hosted Bot API server, such as <c>http://127.0.0.1:8081</c>. Default Telegram's own.</summary>
    [Url(ErrorMessage = "Telegram:ApiUrl is no address: expected something like http://127.0.0.1:8081.")]
    public string? ApiUrl { get; set; }

    /// <summary>
    /// Where Telegram shall send updates, such as <c>https://bot.example.org/telegram</c>; it must lead to this program's own web server with
    /// its path as it is. Without one (the default) Telegram is asked for them. https on port 443, 80, 88 or 8443; a self-hosted Bot API
    /// server takes any.
    /// </summary>
    public string? WebhookUrl { get; set; }

    /// <summary>How long one request for updates may wait for some. Default 50 seconds; 1 to 50 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")]
    public TimeSpan PollFor { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Pays Telegram's Stars for up to 1,000 messages a second instead of 30; the bot needs 100,000 Stars and 10,000 monthly users. Default false.
    /// </summary>
    public bool AllowPaidBroadcast { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Token);

    /// <summary>Null where Telegram is asked for updates.</summary>
    public Uri? Webhook => !string.IsNullOrWhiteSpace(WebhookUrl) && Uri.TryCreate(WebhookUrl.Trim(), UriKind.Absolute, out var url) ? url : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(WebhookUrl))
        {
            yield break;
        }

        if (Webhook is not { Scheme: "https" or "http" } url)
        {
            yield return Fault("is no address");
            yield break;
        }

        var isTelegrams = string.IsNullOrWhiteSpace(ApiUrl);
        if (isTelegrams && url.Scheme != "https")
        {
            yield return Fault("begins with http, but Telegram sends to https only");
        }

        if (isTelegrams && !_ports.Contains(url.Port))
        {
            yield return Fault($"has the port {url.Port}, but Telegram sends to 443, 80, 88 and 8443 only");
        }

        if (url.AbsolutePath == "/" || url.Query.Length > 0)
        {
            yield return Fault("needs a path of its own and nothing behind it");
        }
    }

    private static ValidationResult Fault(string what) =>
        new($"Telegram:WebhookUrl {what}: expected something like https://bot.example.org/telegram. Leave it out to let the program ask Telegram for updates.", [nameof(WebhookUrl)]);
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
