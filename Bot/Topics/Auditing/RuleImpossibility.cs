using Bot.Sources;
using Bot.Texts;

namespace Bot.Topics;

/// <summary>
/// Why no text can make a rule hold: what admins run into is named (a word that is wanted and forbidden at once, a source that is gone);
/// of every other contradiction it is said that there is one.
/// </summary>
internal sealed class RuleImpossibility(IReadOnlyList<SourceDefinition> sources, Func<string, Rule?> ruleOf, Language language)
{
    private static readonly Words _words = new("Bot.Topics.Auditing.AuditingWords");

    /// <param name="limits">The sources that a topic is limited to; null for all.</param>
    /// <returns>The reason; null where it may hold.</returns>
    public string? Of(Rule rule, IReadOnlyList<SourceDefinition>? limits = null) =>
        Of(rule, field: null) ?? (new RuleSatisfiability(ruleOf).CanHold(rule, limits ?? sources) ? null : _words.Get(language, "Impossible.together"));

    /// <summary>Words that the rule looks for among sources and that none has.</summary>
    public IEnumerable<string> SourcesGone(Rule rule, RuleField? field = null) => rule switch
    {
        Rule.In(var named, var part) => SourcesGone(part, named),
        Rule.Word word when field is RuleField.Source && !IsSource(word) => [word.Text],
        Rule.Not(var part) => SourcesGone(part, field),
        Rule.All(var parts) => parts.SelectMany(p => SourcesGone(p, field)),
        Rule.Any(var parts) => parts.SelectMany(p => SourcesGone(p, field)),
        Rule.AtLeast(_, var parts) => parts.SelectMany(p => SourcesGone(p, field)),
        _ => [],
    };

    private string? Of(Rule rule, RuleField? field) => rule switch
    {
        Rule.In(var named, var part) => Of(part, named),
        Rule.All(var parts) => parts.Select(p => Of(p, field)).FirstOrDefault(why => why is not null) ?? Conflict(parts, field),
        Rule.Any(var parts) => parts.Select(p => Of(p, field)).All(why => why is not null) ? Of(parts[0], field) : null,
        Rule.AtLeast(var count, var parts) => parts.Count(p => Of(p, field) is null) is var possible && possible < count
            ? _words.Get(language, "Impossible.few", possible, parts.Count) : null,
        Rule.ButNotIn word when word.Folded == word.FoldedContext => _words.Get(language, "Impossible.context", word.Text, word.Context),
        Rule.Word word when field is RuleField.Source && !IsSource(word) => _words.Get(language, "Impossible.source", word.Text),
        Rule.Topic(var id) => ruleOf(id) is { } other ? Of(other, field) : null,
        _ => null,
    };

    private string? Conflict(RuleList parts, RuleField? field)
    {
        var wanted = parts.SelectMany(p => Wanted(p, field)).ToList();
        foreach (var (forbidden, where) in parts.OfType<Rule.Not>().SelectMany(n => Forbidden(n.Part, field)))
        {
            var hit = wanted.FirstOrDefault(w => w.Word.Folded.Contains(forbidden.Folded, StringComparison.Ordinal)
                && IsCjk(forbidden) && (w.Field == where || (where is null && w.Field is RuleField.Title or RuleField.Body)));
            if (hit.Word is not null)
            {
                return _words.Get(language, "Impossible.words", hit.Word.Text, forbidden.Text);
            }
        }

        return null;
    }

    /// <summary>The words without which it cannot hold.</summary>
    private static IEnumerable<(Rule.Word Word, RuleField? Field)> Wanted(Rule rule, RuleField? field) => rule switch
    {
        Rule.Word word => [(word, field)],
        Rule.ButNotIn word => [(new Rule.Word(word.Text), field)],
        Rule.In(var named, var part) => Wanted(part, named),
        Rule.All(var parts) => parts.SelectMany(p => Wanted(p, field)),
        Rule.Near(_, var words) => words.SelectMany(w => Wanted(w, field)),
        _ => [],
    };

    /// <summary>The words each of which alone makes it hold.</summary>
    private static IEnumerable<(Rule.Word Word, RuleField? Field)> Forbidden(Rule rule, RuleField? field) => rule switch
    {
        Rule.Word word => [(word, field)],
        Rule.In(var named, var part) => Forbidden(part, named),
        Rule.Any(var parts) => parts.SelectMany(p => Forbidden(p, field)),
        _ => [],
    };

    /// <summary>A Latin word does not count inside a longer one.</summary>
    private static bool IsCjk(Rule.Word word) => word.Folded.All(c => c >= 0x2e80);

    private bool IsSource(Rule.Word word) => sources.Any(s =>
        FoldedText.Of(s.Id).Text.Contains(word.Folded, StringComparison.Ordinal) || FoldedText.Of(s.Name).Text.Contains(word.Folded, StringComparison.Ordinal));
}
