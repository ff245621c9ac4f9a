using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

internal sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>From @BotFather, such as <c>123456789:AA…</c>. Without one (the default) Telegram is off.</summary>
    [RegularExpression(@"\s*(\d+:[A-Za-z0-9_-]+)?\s*", ErrorMessage = "Telegram:Token is no token: expected something like 123456789:AAxx, as @BotFather gives it.")]
    public string? Token { get; set; }

    /// <summary>A self-hosted Bot API server, such as <c>http://127.0.0.1:8081</c>. Default Telegram's own.</summary>
    [Url(ErrorMessage = "Telegram:ApiUrl is no address: expected something like http://127.0.0.1:8081.")]
    public string? ApiUrl { get; set; }

    /// <summary>How long one request for updates may wait for some. Default 50 seconds; 1 to 50 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")]
    public TimeSpan PollFor { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Pays Telegram's Stars for up to 1,000 messages a second instead of 30; the bot needs 100,000 Stars and 10,000 monthly users. Default false.
    /// </summary>
    public bool AllowPaidBroadcast { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Token);
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
