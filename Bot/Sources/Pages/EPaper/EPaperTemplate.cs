using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.EPaper;

/// <summary>An address with places for the day and the page: <c>https://paper.example/html/{yyyy}-{MM}/{dd}/node_{page}.htm</c>.</summary>
internal sealed partial record EPaperTemplate(string Text)
{
    [GeneratedRegex(@"\{(?<name>yyyy|yy|MM|M|dd|d|page)(?<pad>:0+)?\}")]
    private static partial Regex Field { get; }

    /// <summary>Whether a location is one: it has a day in it.</summary>
    public static bool Is(string location) => Field.Matches(location).Any(f => f.Groups["name"].Value is "dd" or "d")
        && (location.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>It is one, and every place in braces has a meaning.</summary>
    public static bool IsSound(string location) => Is(location) && Field.Replace(location, "").AsSpan().IndexOfAny('{', '}') < 0;

    /// <summary>Each page has an address of its own, numbered from 1; else the first page lists the others.</summary>
    public bool HasPage => Field.Matches(Text).Any(f => f.Groups["name"].Value == "page");

    /// <param name="page">As <c>{page:00}</c> asks, with as many digits.</param>
    public Uri Of(DateOnly day, int page) => new(Field.Replace(Text, field =>
    {
        var name = field.Groups["name"].Value;
        return name == "page" ? page.ToString(field.Groups["pad"].Success ? field.Groups["pad"].Value[1..] : "0", CultureInfo.InvariantCulture)
            : day.ToString(name.Length == 1 ? $"%{name}" : name, CultureInfo.InvariantCulture);
    }));
}
