using System.Text.Json.Nodes;
using static Bot.Tests.Infrastructure.BotApiValues;

namespace Bot.Tests.Infrastructure;

/// <summary>
/// The methods of the Bot API that the product may call, each with all of its parameters, by their types and limits as core.telegram.org/bots/api
/// has them. What is not here is a fault.
/// </summary>
internal static class BotApiSchema
{
    private static readonly Parameter _chat = Must("chat_id", ChatId);
    private static readonly Parameter _thread = May("message_thread_id", Whole(1, int.MaxValue));
    private static readonly Parameter _parseMode = May("parse_mode", Mode);
    private static readonly Parameter _entities = May("entities", List(Anything, 100));
    private static readonly Parameter _business = May("business_connection_id", Text(1, 256));
    private static readonly Parameter _reply = May("reply_parameters", Object(
        Must("message_id", Whole(1, int.MaxValue)), May("chat_id", ChatId), May("allow_sending_without_reply", Flag), May("quote", Text(0, 1024)),
        May("quote_parse_mode", Mode), May("quote_entities", List(Anything, 100)), May("quote_position", Whole(0, 4096))));

    private static readonly Parameter _preview = May("link_preview_options", Object(
        May("is_disabled", Flag), May("url", Text(0, 2048)), May("prefer_small_media", Flag), May("prefer_large_media", Flag), May("show_above_text", Flag)));

    private static readonly Parameter[] _sending =
    [
        _chat, _business, _thread, May("direct_messages_topic_id", Whole(1, int.MaxValue)), May("disable_notification", Flag), May("protect_content", Flag),
        May("allow_paid_broadcast", Flag), May("message_effect_id", Text(1, 64)), May("suggested_post_parameters", Anything), _reply, May("reply_markup", BotApiKeyboards.Markup),
    ];

    private static readonly Parameter[] _language = [May("language_code", Language)];

    private static readonly Check _kinds = List(OneOf(
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
        "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost"), 100);

    private static readonly Dictionary<string, Parameter[]> _methods = new()
    {
        ["getMe"] = [],
        ["getUpdates"] = [May("offset", Whole(int.MinValue, int.MaxValue)), May("limit", Whole(1, 100)), May("timeout", Whole(0, 50)), May("allowed_updates", _kinds)],
        ["setWebhook"] =
        [
            Must("url", Text(0, 2048)), May("certificate", Anything), May("ip_address", Text(1, 45)), May("max_connections", Whole(1, 100)),
            May("allowed_updates", _kinds), May("drop_pending_updates", Flag), May("secret_token", Secret),
        ],
        ["deleteWebhook"] = [May("drop_pending_updates", Flag)],
        ["sendMessage"] = [.. _sending, Must("text", Text(1, int.MaxValue)), _parseMode, _entities, _preview],
        ["sendDocument"] =
        [
            .. _sending, May("document", Anything), May("thumbnail", Anything), May("caption", Text(0, 1024)), _parseMode, May("caption_entities", List(Anything, 100)),
            May("disable_content_type_detection", Flag),
        ],
        ["editMessageText"] =
        [
            _business, _chat, Must("message_id", Whole(1, int.MaxValue)), Must("text", Text(1, int.MaxValue)), _parseMode, _entities, _preview,
            May("reply_markup", BotApiKeyboards.Inline),
        ],
        ["answerCallbackQuery"] =
        [
            Must("callback_query_id", Text(1, 64)), May("text", Text(0, 200)), May("show_alert", Flag), May("url", Text(1, 2048)), May("cache_time", Whole(0, int.MaxValue)),
        ],
        ["getChat"] = [_chat],
        ["getChatMember"] = [_chat, Must("user_id", Whole(1, long.MaxValue))],
        ["setMyCommands"] = [Must("commands", List(Object(Must("command", CommandName), Must("description", Text(1, 256))), 100)), May("scope", Scope), .. _language],
        ["setMyDescription"] = [May("description", Text(0, 512)), .. _language],
        ["setMyShortDescription"] = [May("short_description", Text(0, 120)), .. _language],
    };

    /// <returns>What is wrong with a call, in sentences; nothing for a call that the real server takes.</returns>
    public static IReadOnlyList<string> Faults(string method, JsonObject body)
    {
        if (!_methods.TryGetValue(method, out var parameters))
        {
            return [$"{method} is no method that is known here."];
        }

        List<string> faults = [.. Check(body, parameters).Select(fault => $"{method}: {fault}")];
        if (faults.Count == 0 && body["text"] is JsonValue && method is "sendMessage" or "editMessageText")
        {
            faults.AddRange(Shown(body).Faults.Select(fault => $"{method}: {fault} The text: {body["text"]}"));
        }

        return faults;
    }

    /// <summary>The text as a person sees it, and what is wrong with it.</summary>
    public static (string Text, IReadOnlyList<string> Faults) Shown(JsonObject body)
    {
        var given = (string)body["text"]!;
        var (text, faults) = body["parse_mode"] is not null ? BotApiHtml.Parse(given) : (given, []);
        var length = text.Trim().EnumerateRunes().Count();
        return length is >= 1 and <= 4096 ? (text, faults) : (text, [.. faults, $"a text has 1 to 4096 characters after its markup is parsed, but this one has {length}."]);
    }
}
