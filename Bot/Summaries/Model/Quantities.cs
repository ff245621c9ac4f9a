using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Bulletins.Facts;

namespace Bot.Summaries.Model;

/// <summary>The numbers of a text by value, so that 10.68万 and 106,800 are one.</summary>
internal static partial class Quantities
{
    private static readonly (string Word, decimal Factor)[] _scales =
        [("万亿", 1_000_000_000_000m), ("亿", 100_000_000m), ("千万", 10_000_000m), ("百万", 1_000_000m), ("万", 10_000m), ("千", 1_000m), (" trillion", 1_000_000_000_000m), (" billion", 1_000_000_000m), (" million", 1_000_000m), (" thousand", 1_000m)];

    private static readonly string[] _words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static HashSet<decimal> Of(string text)
    {
        var values = new HashSet<decimal>();
        foreach (Match match in Number().Matches(text))
        {
            if (Value(match.Value) is not { } value)
                continue;
            var after = text.AsSpan(match.Index + match.Length);
            foreach (var (word, factor) in _scales)
            {
                if (after.StartsWith(word, StringComparison.Ordinal))
                {
                    value *= factor;
                    break;
                }
            }

            values.Add(value);
        }

        return values;
    }

    private static decimal? Value(string number)
    {
        if (number[0] > 'ÿ')
            return Numerals.Parse(number);
        var word = Array.IndexOf(_words, number.ToLowerInvariant());
        if (word >= 0)
            return word;
        return decimal.TryParse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // One, in any language, is mostly an article.
    [GeneratedRegex(@"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[〇零二三四五六七八九十百千两][〇零一二三四五六七八九十百千两]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
