using System.Globalization;
using Bot.Texts;

namespace Bot.Bulletins.Facts;

/// <summary>Facts in the words of a language: "施行 2024年7月1日", "In force: 1 July 2024".</summary>
internal static class FactLabels
{
    private static readonly Words _words = Words.Of<Fact>("FactsWords");

    public static string Label(FactKind kind, Language language) => _words.Get(language, kind.ToString());

    /// <summary>Label and value. Names of organs and people, and document numbers, stay as the text gives them in every language.</summary>
    public static string Say(Fact fact, Language language) => _words.Get(language, "Line", Label(fact.Kind, language), Value(fact, language));

    /// <summary>One label for several values of a kind.</summary>
    public static string Say(FactKind kind, IReadOnlyList<string> values, Language language) =>
        _words.Get(language, "Line", Label(kind, language), string.Join(_words.Get(language, "Comma"), values));

    public static string Value(Fact fact, Language language)
    {
        if (fact.Date is { } date)
            return language == Language.Zh ? $"{date.Year}年{date.Month}月{date.Day}日" : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return fact.Kind switch
        {
            FactKind.Person => language == Language.Zh ? $"{fact.Value}（{fact.Detail}）" : $"{fact.Value} ({fact.Detail})",
            FactKind.Money or FactKind.Count => Grouped(fact.Value),
            _ => fact.Value,
        };
    }

    /// <summary>With separators between the thousands of the number that the value holds.</summary>
    private static string Grouped(string value)
    {
        var parts = value.Split(' ');
        for (var i = 0; i < parts.Length; i++)
        {
            if (decimal.TryParse(parts[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                parts[i] = number.ToString("#,0.############", CultureInfo.InvariantCulture);
        }

        return string.Join(' ', parts);
    }
}
