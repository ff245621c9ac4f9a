using System.Text.Json.Nodes;
using static Bot.Tests.Infrastructure.BotApiValues;

namespace Bot.Tests.Infrastructure;

/// <summary>Keyboards as the Bot API takes them. What it says nothing of, but the apps cannot show, counts too: more than eight in a row, more than a hundred in all.</summary>
internal static class BotApiKeyboards
{
    private const int MostInRow = 8;
    private const int MostInAll = 100;

    private static readonly Check _button = Object(
        Must("text", Text(1, 128)), May("callback_data", Data), May("url", Link), May("icon_custom_emoji_id", Text(1, 64)), May("style", OneOf("danger", "success", "primary")),
        May("web_app", Object(Must("url", Link))), May("login_url", Anything), May("switch_inline_query", Text(0, 256)), May("switch_inline_query_current_chat", Text(0, 256)),
        May("switch_inline_query_chosen_chat", Anything), May("copy_text", Object(Must("text", Text(1, 256)))), May("callback_game", Anything), May("pay", Flag));

    private static readonly string[] _looks = ["text", "icon_custom_emoji_id", "style"];

    private static readonly Check _key = Object(
        Must("text", Text(1, 128)), May("icon_custom_emoji_id", Text(1, 64)), May("style", OneOf("danger", "success", "primary")), May("request_users", Anything),
        May("request_contact", Flag), May("request_location", Flag), May("request_poll", Anything), May("web_app", Anything), May("request_chat", Object(
            Must("request_id", Whole(int.MinValue, int.MaxValue)), Must("chat_is_channel", Flag), May("chat_is_forum", Flag), May("chat_has_username", Flag), May("chat_is_created", Flag),
            May("user_administrator_rights", Anything), May("bot_administrator_rights", Anything), May("bot_is_member", Flag), May("request_title", Flag), May("request_username", Flag),
            May("request_photo", Flag))));

    private static readonly Check _keys = Object(
        Must("keyboard", Rows(_key)), May("is_persistent", Flag), May("resize_keyboard", Flag), May("one_time_keyboard", Flag), May("input_field_placeholder", Text(1, 64)), May("selective", Flag));

    private static readonly Check _removal = Object(Must("remove_keyboard", Flag), May("selective", Flag));

    public static string? Markup(JsonNode? value) => value switch
    {
        JsonObject o when o.ContainsKey("keyboard") => _keys(value),
        JsonObject o when o.ContainsKey("remove_keyboard") => _removal(value),
        _ => Inline(value),
    };

    public static string? Inline(JsonNode? value) => Object(Must("inline_keyboard", Rows(button => _button(button) ?? OneDeed((JsonObject)button!))))(value);

    private static Check Rows(Check button) => value =>
    {
        if (value is not JsonArray rows || rows.Any(row => row is not JsonArray))
        {
            return $"is a list of rows, but was {Told(value)}.";
        }

        var all = rows.Select(row => (JsonArray)row!).ToList();
        return all.Any(row => row.Count == 0) ? "has an empty row."
            : all.Any(row => row.Count > MostInRow) ? $"has a row of more than {MostInRow} buttons."
            : all.Sum(row => row.Count) > MostInAll ? $"has more than {MostInAll} buttons."
            : all.SelectMany(row => row).Select(b => button(b) is { } fault ? $"has a button {Told(b)} that {fault}" : null).FirstOrDefault(fault => fault is not null);
    };

    private static string? OneDeed(JsonObject button)
    {
        var deeds = button.Select(p => p.Key).Except(_looks).ToList();
        return deeds.Count == 1 ? null : $"does exactly one thing, but has [{string.Join(", ", deeds)}].";
    }

    private static string? Data(JsonNode? value) =>
        value is JsonValue data && data.TryGetValue<string>(out var text) && Bytes(text) is >= 1 and <= 64 ? null : $"is 1 to 64 bytes, but was {Told(value)}.";

    /// <summary>The real server refuses <c>localhost</c> and other names without a dot ("Wrong HTTP URL").</summary>
    private static string? Link(JsonNode? value) =>
        value is JsonValue link && link.TryGetValue<string>(out var text) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "tg" && (uri.Scheme == "tg" || uri.Host.Contains('.', StringComparison.Ordinal))
            ? null
            : $"is a link that Telegram opens, but was {Told(value)}.";
}
