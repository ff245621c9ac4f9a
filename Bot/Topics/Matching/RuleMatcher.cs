namespace Bot.Topics;

/// <summary>Whether a rule holds for a text, and by which words. Pure; a topic's rule is asked for by its id.</summary>
/// <param name="text">The bulletin.</param>
/// <param name="ruleOf">The rule of a topic; null where there is none. No topic refers to itself: circles are refused when topics are read.</param>
internal sealed class RuleMatcher(MatchText text, Func<string, Rule?> ruleOf)
{
    /// <returns>The words by which it holds, in the order they stand; null where it does not hold.</returns>
    public IReadOnlyList<Find>? Match(Rule rule)
    {
        var evidence = new List<Find>();
        return Holds(rule, null, evidence) ? [.. evidence.Distinct().OrderBy(f => f.Segment).ThenBy(f => f.Start).ThenBy(f => f.Length)] : null;
    }

    /// <summary>Adds to the evidence only where it holds.</summary>
    private bool Holds(Rule rule, RuleField? field, List<Find> evidence) => rule switch
    {
        Rule.Word word => AddAll(evidence, text.Finds(word.Folded, field)),
        Rule.All(var parts) => AtLeast(parts.Count, parts, field, evidence),
        Rule.Any(var parts) => AtLeast(1, parts, field, evidence),
        Rule.AtLeast(var count, var parts) => AtLeast(count, parts, field, evidence),
        Rule.Not(var part) => !Holds(part, field, []),
        Rule.In(var named, var part) => Holds(part, named, evidence),
        Rule.Near near => AddAll(evidence, Near(near, field)),
        Rule.ButNotIn word => AddAll(evidence, Outside(word, field)),
        Rule.Topic(var id) => ruleOf(id) is { } other && Holds(other, field, evidence),
        Rule.Pattern pattern => AddAll(evidence, Matches(pattern, field)),
        _ => throw new InvalidOperationException($"A rule that nobody planned: {rule}"),
    };

    private static bool AddAll(List<Find> evidence, IEnumerable<Find> finds)
    {
        var before = evidence.Count;
        evidence.AddRange(finds);
        return evidence.Count > before;
    }

    private bool AtLeast(int count, RuleList parts, RuleField? field, List<Find> evidence)
    {
        var found = new List<Find>();
        var held = 0;
        foreach (var (i, part) in parts.Index())
        {
            if (Holds(part, field, found))
            {
                held++;
            }

            if (held + parts.Count - 1 - i < count)
            {
                return false;
            }
        }

        evidence.AddRange(found);
        return true;
    }

    private IEnumerable<Find> Outside(Rule.ButNotIn word, RuleField? field)
    {
        // Both in the order they stand, and contexts are of one length: one walk along both.
        var contexts = text.Finds(word.FoldedContext, field).ToList();
        var at = 0;
        foreach (var find in text.Finds(word.Folded, field))
        {
            while (at < contexts.Count && (contexts[at].Segment, contexts[at].End).CompareTo((find.Segment, find.End)) < 0)
            {
                at++;
            }

            if (at == contexts.Count || contexts[at].Segment != find.Segment || contexts[at].Start > find.Start)
            {
                yield return find;
            }
        }
    }

    /// <summary>The words of the closest places where all of them stand together.</summary>
    private List<Find> Near(Rule.Near near, RuleField? field)
    {
        var words = near.Words.Cast<Rule.Word>().Select(w => w.Folded).Distinct().ToList();
        var finds = words
            .SelectMany((word, i) => text.Finds(word, field).Select(find => (Word: i, Find: find)))
            .OrderBy(f => f.Find.Segment).ThenBy(f => f.Find.Start)
            .ToList();
        List<Find> found = [];
        var last = new Find?[words.Count];
        foreach (var (word, find) in finds)
        {
            last[word] = find;
            if (last.All(l => l is { } f && f.Segment == find.Segment)
                && find.Start - last.Min(l => l!.Value.End) <= near.Distance)
            {
                found.AddRange(last.Select(l => l!.Value));
            }
        }

        return found;
    }

    private IEnumerable<Find> Matches(Rule.Pattern pattern, RuleField? field) =>
        from piece in text.Pieces(field)
        from match in pattern.Regex.Matches(piece.Text.Original)
        where match.Length > 0 && piece.Text.FoldedSpan(match.Index, match.Length) is not null
        let span = piece.Text.FoldedSpan(match.Index, match.Length)!.Value
        select new Find(piece.Segment, span.Start, span.Length);
}
