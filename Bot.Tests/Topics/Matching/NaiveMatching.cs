using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics.Matching;

/// <summary>What a rule means, spelt out as plainly as can be: each word is looked for at each place.</summary>
internal static class NaiveMatching
{
    public static bool Holds(Rule rule, IReadOnlyList<(RuleField Field, FoldedText Text)> pieces, Func<string, Rule?> ruleOf, RuleField? field = null)
    {
        return rule switch
        {
            Rule.Word word => Places(word.Folded).Any(),
            Rule.All(var parts) => parts.All(Part),
            Rule.Any(var parts) => parts.Any(Part),
            Rule.AtLeast(var count, var parts) => parts.Count(Part) >= count,
            Rule.Not(var part) => !Part(part),
            Rule.In(var named, var part) => Holds(part, pieces, ruleOf, named),
            Rule.Topic(var id) => ruleOf(id) is { } other && Part(other),
            Rule.Near(var distance, var words) => IsNear(distance, [.. words.Cast<Rule.Word>().Select(w => w.Folded).Distinct()]),
            Rule.ButNotIn word => Places(word.Folded).Any(p => !Places(word.FoldedContext).Any(c => c.Piece == p.Piece && c.Start <= p.Start && c.End >= p.End)),
            Rule.Pattern pattern => In().Any(p => pattern.Regex.Matches(p.Item.Text.Original).Any(m => m.Length > 0 && p.Item.Text.FoldedSpan(m.Index, m.Length) is not null)),
            _ => throw new InvalidOperationException(),
        };

        bool Part(Rule part) => Holds(part, pieces, ruleOf, field);

        IEnumerable<(int Index, (RuleField Field, FoldedText Text) Item)> In() =>
            pieces.Index().Where(p => field is null ? p.Item.Field is RuleField.Title or RuleField.Body : p.Item.Field == field);

        IEnumerable<(int Piece, int Start, int End)> Places(string word) =>
            from piece in In()
            from start in Enumerable.Range(0, piece.Item.Text.Text.Length)
            where piece.Item.Text.Text.AsSpan(start).StartsWith(word, StringComparison.Ordinal) && piece.Item.Text.IsWhole(start, word.Length)
            select (piece.Index, start, start + word.Length);

        // Some choice of one place for each word has at most so many characters between the first end and the last start.
        bool IsNear(int distance, string[] words) => words
            .Aggregate(
                (IEnumerable<IReadOnlyList<(int Piece, int Start, int End)>>)[[]],
                (chosen, word) => chosen.SelectMany(_ => Places(word), (places, place) => (IReadOnlyList<(int, int, int)>)[.. places, place]))
            .Any(places => places.All(p => p.Piece == places[0].Piece) && places.Max(p => p.Start) - places.Min(p => p.End) <= distance);
    }

    /// <summary>The pieces of a text, split and folded without the product's own reading of fields.</summary>
    public static IReadOnlyList<(RuleField Field, FoldedText Text)> Pieces(RuleText text)
    {
        (RuleField Field, string Text)[] pieces =
        [
            (RuleField.Title, text.Title), (RuleField.Title, text.Subtitle), .. text.Paragraphs.Select(p => (RuleField.Body, p)),
            (RuleField.Source, text.SourceId), (RuleField.Source, text.SourceName), .. text.Places.Select(p => (RuleField.Place, p)),
            (RuleField.Issuer, text.Issuer), (RuleField.Author, text.Author), .. text.Tags.Select(t => (RuleField.Tag, t)), (RuleField.Number, text.Number),
        ];
        return [.. pieces.Where(p => p.Text.Length > 0).Select(p => (p.Field, FoldedText.Of(p.Text)))];
    }
}
