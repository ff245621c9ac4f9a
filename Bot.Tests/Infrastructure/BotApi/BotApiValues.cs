using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Infrastructure;

/// <returns>What is wrong with a value, as the end of a sentence that begins with its name; null when nothing is.</returns>
internal delegate string? Check(JsonNode? value);

internal sealed record Parameter(string Name, bool IsNeeded, Check Check);

/// <summary>Types and ranges of the Bot API's values.</summary>
internal static partial class BotApiValues
{
    public static Parameter Must(string name, Check check) => new(name, true, check);

    public static Parameter May(string name, Check check) => new(name, false, check);

    public static IEnumerable<string> Check(JsonObject body, IReadOnlyCollection<Parameter> parameters)
    {
        foreach (var (name, value) in body)
        {
            if (parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                yield return $"{name} is no parameter of it.";
            }
            else if (value is null)
            {
                yield return $"{name} is null: what is not given is left out.";
            }
            else if (parameter.Check(value) is { } fault)
            {
                yield return $"{name} {fault}";
            }
        }

        foreach (var missing in parameters.Where(p => p.IsNeeded && !body.ContainsKey(p.Name)))
        {
            yield return $"{missing.Name} is missing.";
        }
    }

    public static string? Anything(JsonNode? value) => null;

    public static string? Flag(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : $"is true or false, but was {Told(value)}.";

    public static Check Whole(long least, long most) => value =>
        value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<long>(out var whole) && whole >= least && whole <= most
            ? null
            : $"is a whole number from {least} to {most}, but was {Told(value)}.";

    public static Check Text(int least, int most) => value =>
        value?.GetValueKind() == JsonValueKind.String && ((string)value!).EnumerateRunes().Count() is var length && length >= least && length <= most
            ? null
            : $"is a text of {least} to {most} characters, but was {Told(value)}.";

    public static Check OneOf(params string[] known) => value =>
        value?.GetValueKind() == JsonValueKind.String && known.Contains((string)value!) ? null : $"is one of {string.Join(", ", known)}, but was {Told(value)}.";

    public static Check List(Check each, int most) => value => value switch
    {
        JsonArray list when list.Count > most => $"has {list.Count} members, but at most {most} are taken.",
        JsonArray list => list.Select((item, i) => each(item) is { } fault ? $"at {i} {fault}" : null).FirstOrDefault(fault => fault is not null),
        _ => $"is a list, but was {Told(value)}.",
    };

    public static Check Object(params Parameter[] parameters) => value =>
        value is JsonObject body ? Check(body, parameters).FirstOrDefault() is { } fault ? $"has a member that is wrong: {fault}" : null : $"is an object, but was {Told(value)}.";

    /// <summary>A number, or the name of a public channel or group.</summary>
    public static string? ChatId(JsonNode? value) => value switch
    {
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => number.TryGetValue<long>(out var id) && id != 0 ? null : $"is no chat's number: {Told(value)}.",
        JsonValue name when name.GetValueKind() == JsonValueKind.String => ChatName().IsMatch((string)name!) ? null : $"is no chat's number and no @name: {Told(value)}.",
        _ => $"is a number or a name, but was {Told(value)}.",
    };

    public static string? CommandName(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && Command().IsMatch((string)value!) ? null : $"is a command's name of a-z, 0-9 and _, 32 at most, but was {Told(value)}.";

    public static string? Language(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && TwoLetters().IsMatch((string)value!) ? null : $"is a language's two letters or empty, but was {Told(value)}.";

    /// <summary>The real server takes it in any case; the product writes HTML alone.</summary>
    public static string? Mode(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && ((string)value!).Equals("html", StringComparison.OrdinalIgnoreCase) ? null : $"is HTML wherever it stands, but was {Told(value)}.";

    public static string? Secret(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && SecretToken().IsMatch((string)value!) ? null : "is 1 to 256 of A-Z, a-z, 0-9, _ and -.";

    public static string? Scope(JsonNode? value)
    {
        var type = (string?)(value as JsonObject)?["type"];
        var more = (value as JsonObject ?? []).Where(p => p.Key != "type").Select(p => p.Key).Order();
        string[]? needed = type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => [],
            "chat" or "chat_administrators" => ["chat_id"],
            "chat_member" => ["chat_id", "user_id"],
            _ => null,
        };
        return needed is null ? $"is no scope of commands: {Told(value)}." : more.SequenceEqual(needed) ? null : $"of the type {type} has [{string.Join(", ", needed)}] and nothing else, but was {Told(value)}.";
    }

    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    public static string Told(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length <= 200 ? text : text[..200] + "…";
    }

    [GeneratedRegex(@"^(@[\w]{2,64}|-?[0-9]{1,20})$")]
    private static partial Regex ChatName();

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Command();

    [GeneratedRegex("^([a-z]{2})?$")]
    private static partial Regex TwoLetters();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretToken();
}
