using System.Net;
using Bot.Deliveries;
using Telegram.Bot.Exceptions;

namespace Bot.Channels;

/// <summary>What Telegram's answers mean for a delivery, by code and, where codes are shared, by description.</summary>
internal static class TelegramOutcomes
{
    private static readonly TimeSpan _serverFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _notReached = TimeSpan.FromSeconds(5);

    /// <summary>Descriptions that come with code 400 and mean that the chat is gone or closed to us.</summary>
    private static readonly string[] _closed =
    [
        "chat not found", "group chat was deactivated", "not enough rights", "have no rights", "need administrator rights", "CHAT_WRITE_FORBIDDEN",
        "USER_IS_BLOCKED", "PEER_ID_INVALID", "CHANNEL_PRIVATE", "CHAT_RESTRICTED", "TOPIC_CLOSED",
    ];

    public static SendOutcome Of(RequestException fault) => fault switch
    {
        ApiRequestException api => OfAnswer(api),
        { HttpStatusCode: HttpStatusCode.TooManyRequests } => new SendOutcome.Later(_notReached, PaceScope.Unsaid, "a server in between asks to slow down"),
        { HttpStatusCode: { } status } when (int)status is >= 200 and < 300 => new SendOutcome.Unknown("Telegram accepted it, but its answer cannot be read"),
        { HttpStatusCode: { } status } => new SendOutcome.Later(_serverFault, PaceScope.Chat, $"Telegram answered {(int)status} without a reason"),
        { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } } =>
            new SendOutcome.Later(_notReached, PaceScope.Channel, "Telegram cannot be reached"),
        _ => new SendOutcome.Unknown("Telegram did not answer"),
    };

    public static bool IsBadMarkup(ApiRequestException fault) => Says(fault, "can't parse entities");

    public static bool IsGoneThread(ApiRequestException fault) => Says(fault, "thread not found") || Says(fault, "TOPIC_DELETED") || Says(fault, "TOPIC_CLOSED");

    public static bool IsUnchanged(ApiRequestException fault) => Says(fault, "message is not modified");

    private static SendOutcome OfAnswer(ApiRequestException fault) => fault.ErrorCode switch
    {
        429 => new SendOutcome.Later(TimeSpan.FromSeconds(fault.Parameters?.RetryAfter ?? 5), PaceScope.Unsaid, "Telegram asks to slow down"),
        401 or 404 => new SendOutcome.Broken($"Telegram refuses the token: {fault.Message}"),
        403 => new SendOutcome.Unreachable(fault.Message),
        400 when fault.Parameters?.MigrateToChatId is { } chat => new SendOutcome.Moved(new TelegramAddress(chat, null).ToString()),
        400 when _closed.Any(words => Says(fault, words)) => new SendOutcome.Unreachable(fault.Message),
        >= 500 => new SendOutcome.Later(_serverFault, PaceScope.Chat, fault.Message),
        _ => new SendOutcome.Refused(fault.Message),
    };

    private static bool Says(ApiRequestException fault, string words) => fault.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
