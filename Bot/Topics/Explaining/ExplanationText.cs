using Bot.Texts;

namespace Bot.Topics;

/// <summary>Explanations as people read them, a line a part.</summary>
internal static class ExplanationText
{
    private const int MostMissing = 8;
    private const int LongestPart = 160;

    private static readonly Words _words = new("Bot.Topics.Explaining.ExplainingWords");

    /// <summary>Why a rule held, from what was kept with the match.</summary>
    public static IEnumerable<string> Held(IEnumerable<MatchPart> parts, Language language) =>
        parts.Select(p => p.Words.Count == 0
            ? _words.Get(language, "held.absent", p.Part)
            : _words.Get(language, "held.part", p.Part, Places(p.Words, language)));

    /// <summary>Why a rule held, or what it failed by.</summary>
    public static IEnumerable<string> Of(Explanation explanation, Language language) => explanation.Holds
        ? Held(Explainer.Kept(explanation), language)
        : [.. Held(Explainer.Kept(explanation with { Parts = [.. explanation.Parts.Where(p => p.Holds)] }).Where(p => explanation.Rule is Rule.All && p.Words.Count > 0), language), Failure(explanation.Failed, language)];

    /// <summary><c>标题“法院”、第2段“审判”×3</c></summary>
    public static string Places(IEnumerable<MatchWord> words, Language language) =>
        string.Join(_words.Get(language, "comma"), words.Select(w => _words.Get(language, w.Times > 1 ? "word.times" : "word", Where(w, language), w.Word, w.Times)));

    private static string Failure(Explanation failed, Language language)
    {
        var part = failed.Print() is { Length: > LongestPart } longer ? longer[..LongestPart] + "…" : failed.Print();
        var places = Places(failed.Words, language);
        return failed.Rule switch
        {
            Rule.Not => _words.Get(language, "failed.not", part, places),
            Rule.Near(var distance, _) when failed.Words.Count > 1 => _words.Get(language, "failed.near", part, distance, places),
            Rule.ButNotIn word when failed.Words.Count > 0 => _words.Get(language, "failed.context", word.Text, word.Context, places),
            Rule.AtLeast(var count, _) => _words.Get(language, "failed.few", part, count, failed.Parts.Count(p => p.Holds), places.Length > 0 ? places : _words.Get(language, "nothing"), Missing(failed, language)),
            Rule.Topic(var id) => _words.Get(language, "failed.topic", id),
            _ => _words.Get(language, "failed.absent", Missing(failed, language), Field(failed, language)),
        };
    }

    private static string Missing(Explanation failed, Language language)
    {
        var missing = failed.Parts.Count == 0 ? [failed] : failed.Parts.Where(p => !p.Holds).ToList();
        var shown = missing.Take(MostMissing).Select(p => RulePrinter.Print(p.Rule) is { Length: > 40 } longer ? longer[..40] + "…" : RulePrinter.Print(p.Rule));
        return string.Join(_words.Get(language, "comma"), shown) + (missing.Count > MostMissing ? "…" : "");
    }

    private static string Field(Explanation failed, Language language) =>
        failed.Field is { } field ? _words.Get(language, $"field.{field}") : _words.Get(language, "field.Text");

    private static string Where(MatchWord word, Language language) => (word.Field, word.Piece) switch
    {
        (RuleField.Title, > 0) => _words.Get(language, "field.Subtitle"),
        (RuleField.Body, var piece) => _words.Get(language, "paragraph", piece + 1),
        var (field, _) => _words.Get(language, $"field.{field}"),
    };
}
