using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Sources.Configuration;

/// <summary>A source as a person would write it into <c>sources.yaml</c>.</summary>
internal static partial class SourceYaml
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The item of a list, its dash indented by so many columns; ends in a line break.</summary>
    public static string Item(SourceDefinition source, int indent)
    {
        var margin = new string(' ', indent);
        List<string> lines = [.. Pairs(source).Select(p => $"{p.Key}: {p.Value}")];
        if (source.Selectors.Count > 0)
        {
            lines.Add("selectors:");
            lines.AddRange(source.Selectors.Select(s => $"  {s.Key}: {Scalar(s.Value)}"));
        }

        return string.Concat(lines.Select((line, i) => $"{margin}{(i == 0 ? "- " : "  ")}{line}\n"));
    }

    /// <summary>On one line, for a list that is written in brackets.</summary>
    public static string Inline(SourceDefinition source) =>
        $"{{ {string.Join(", ", Pairs(source).Select(p => $"{p.Key}: {(p.Value.StartsWith('"') ? p.Value : Quoted(p.Value))}"))} }}";

    private static IEnumerable<(string Key, string Value)> Pairs(SourceDefinition source)
    {
        yield return ("id", source.Id);
        yield return ("name", Scalar(source.Name));
        yield return ("kind", source.Kind.ToString().ToLowerInvariant());
        yield return ("location", Scalar(source.Location));
    }

    private static string Scalar(string text) => Plain().IsMatch(text) && text.Trim() == text ? text : Quoted(text);

    /// <summary>Every JSON text is one of YAML's quoted texts.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, _json);

    /// <summary>What YAML takes for text without quotes, and for nothing else.</summary>
    [GeneratedRegex(@"^(?!(?i:true|false|yes|no|on|off|null|y|n)$)[\p{L}/](?:[\p{L}\p{N} ./_~%?=&+>,()（）《》·—-]|:(?=[^\s])|#(?<! #))*$")]
    private static partial Regex Plain();
}
