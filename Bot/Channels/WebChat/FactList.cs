using System.Globalization;
using System.Net;
using Bot.Bulletins.Facts;
using Bot.Texts;

namespace Bot.Channels;

/// <summary>All facts of a bulletin for its page, a kind in a line, each leading to the paragraph that says it.</summary>
internal static class FactList
{
    public static IEnumerable<(string Name, string Html)> Of(IReadOnlyList<Fact> facts, Language language, string comma) =>
        from fact in facts
        group fact by fact.Kind into kind
        orderby kind.Key
        select (FactLabels.Label(kind.Key, language), string.Join(comma, kind.Select(f => Html(f, language))));

    public static string Anchor(int paragraph) => string.Create(CultureInfo.InvariantCulture, $"p{Math.Max(paragraph, FactSpan.InTitle) + 1}");

    private static string Html(Fact fact, Language language) =>
        $"<a class=\"fact\" href=\"#{Anchor(fact.Span.Paragraph)}\">{WebUtility.HtmlEncode(FactLabels.Value(fact, language))}</a>";
}
