using Bot.Texts;

namespace Bot.Bulletins.Facts;

/// <summary>The facts that an alert has room for: who issued it, under what number, and the dates that bind.</summary>
internal static class FactLine
{
    private static readonly (FactKind Kind, int Most)[] _shown =
    [
        (FactKind.Issuer, 2), (FactKind.Number, 2), (FactKind.CaseNumber, 1),
        (FactKind.InForce, 2), (FactKind.CommentsUntil, 1), (FactKind.Repealed, 1), (FactKind.Hearing, 2), (FactKind.Exam, 2),
    ];

    /// <returns>Empty where the bulletin says none of them.</returns>
    public static string Of(IReadOnlyCollection<Fact> facts, Language language) =>
        string.Join(" · ", _shown.SelectMany(shown => Group(facts, shown.Kind, shown.Most, language)));

    /// <summary>The values of one kind under one label.</summary>
    private static IEnumerable<string> Group(IReadOnlyCollection<Fact> facts, FactKind kind, int most, Language language)
    {
        List<string> values = [.. facts.Where(f => f.Kind == kind).Take(most).Select(f => FactLabels.Value(f, language))];
        return values.Count == 0 ? [] : [FactLabels.Say(kind, values, language)];
    }
}
