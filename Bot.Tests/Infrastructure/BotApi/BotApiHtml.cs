using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Tests.Infrastructure;

/// <summary>Reads <c>parse_mode: HTML</c> as core.telegram.org/bots/api#html-style describes it, and is stricter: all that the description asks for is asked for.</summary>
internal static partial class BotApiHtml
{
    /// <summary>More are not shown.</summary>
    private const int MostEntities = 100;

    private static readonly HashSet<string> _tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote"];

    private static readonly Dictionary<string, string> _named = new() { ["lt"] = "<", ["gt"] = ">", ["amp"] = "&", ["quot"] = "\"" };

    public static (string Text, IReadOnlyList<string> Faults) Parse(string html)
    {
        var text = new StringBuilder();
        List<string> faults = [];
        Stack<(string Name, int From)> open = [];
        var entities = 0;
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<')
            {
                var tag = Tag().Match(html, i);
                if (!tag.Success)
                {
                    faults.Add($"a < at {i} begins no tag and is not escaped.");
                    break;
                }

                entities += Take(tag, open, text.Length, faults);
                i += tag.Length;
            }
            else if (html[i] == '&')
            {
                var entity = Entity().Match(html, i);
                if (!entity.Success || (entity.Groups["name"] is { Success: true, Value: var name } && !_named.ContainsKey(name)))
                {
                    faults.Add($"an & at {i} is not escaped, or begins an entity that Telegram does not know.");
                    break;
                }

                text.Append(entity.Groups["name"].Success ? _named[entity.Groups["name"].Value] : char.ConvertFromUtf32(int.Parse(entity.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)));
                i += entity.Length;
            }
            else
            {
                if (html[i] == '>')
                {
                    faults.Add($"a > at {i} is not escaped.");
                }

                text.Append(html[i++]);
            }
        }

        faults.AddRange(open.Select(tag => $"<{tag.Name}> is not closed."));
        if (entities > MostEntities)
        {
            faults.Add($"it has {entities} marks, but only {MostEntities} are shown.");
        }

        return (text.ToString(), faults);
    }

    private static int Take(Match tag, Stack<(string Name, int From)> open, int at, List<string> faults)
    {
        var name = tag.Groups["name"].Value;
        if (tag.Groups["end"].Success)
        {
            if (!open.TryPop(out var begun) || begun.Name != name)
            {
                faults.Add($"</{name}> closes what is not open.");
            }
            else if (begun.From == at)
            {
                faults.Add($"<{name}> has nothing in it.");
            }

            return 0;
        }

        var attributes = tag.Groups["attributes"].Value.Trim();
        if (!_tags.Contains(name) || !Allowed(name, attributes))
        {
            faults.Add($"<{name} {attributes}> is no tag that Telegram knows.");
        }

        open.Push((name, at));
        return 1;
    }

    private static bool Allowed(string name, string attributes) => name switch
    {
        "a" => LinkTo().Match(attributes) is { Success: true } link && Uri.TryCreate(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" or "mailto",
        "span" => attributes == "class=\"tg-spoiler\"",
        "tg-emoji" => attributes.StartsWith("emoji-id=\"", StringComparison.Ordinal),
        "code" => attributes == "" || attributes.StartsWith("class=\"language-", StringComparison.Ordinal),
        "blockquote" => attributes is "" or "expandable",
        _ => attributes == "",
    };

    [GeneratedRegex(@"\G<(?<end>/)?(?<name>[a-z-]+)(?<attributes>(\s[^<>]*)?)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G&((?<name>[a-z]+)|#(?<number>[0-9]{1,7}));")]
    private static partial Regex Entity();

    [GeneratedRegex("^href=\"([^\"<>]+)\"$")]
    private static partial Regex LinkTo();
}
