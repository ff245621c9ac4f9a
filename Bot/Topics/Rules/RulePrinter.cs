using System.Globalization;

namespace Bot.Topics;

/// <summary>A rule as text, in the plainest spelling: every word quoted where it has to be, every group in parentheses.</summary>
internal static class RulePrinter
{
    private static readonly string[] _reserved = ["AND", "OR", "NOT", "BUT", "OF"];

    public static string Print(Rule rule) => rule switch
    {
        Rule.Word(var text) => Word(text),
        Rule.All(var parts) => string.Join(" AND ", parts.Select(Inside)),
        Rule.Any(var parts) => string.Join(" OR ", parts.Select(Inside)),
        Rule.Not(var part) => $"NOT {Inside(part)}",
        Rule.In(var field, var part) => $"{field.ToString().ToLowerInvariant()}:{Inside(part)}",
        Rule.Near(var distance, var words) => string.Create(CultureInfo.InvariantCulture, $"NEAR/{distance}({string.Join(' ', words.Select(Print))})"),
        Rule.AtLeast(var count, var parts) => string.Create(CultureInfo.InvariantCulture, $"{count} OF ({string.Join(", ", parts.Select(Print))})"),
        Rule.ButNotIn(var text, var context) => $"{Word(text)} BUT NOT IN {Word(context)}",
        Rule.Topic(var id) => $"topic:{id}",
        Rule.Pattern pattern => $"/{pattern.Text.Replace("/", "\\/", StringComparison.Ordinal)}/",
        _ => throw new InvalidOperationException($"A rule that nobody planned: {rule}"),
    };

    private static string Inside(Rule part) => part is Rule.All or Rule.Any or Rule.Not or Rule.ButNotIn ? $"({Print(part)})" : Print(part);

    private static string Word(string text) =>
        text.All(char.IsLetter) && !_reserved.Contains(text) ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
