using Bot.Bulletins;

namespace Bot.Topics;

/// <summary>
/// Holds a rule against the archive, before anybody is bothered by it. Bulletins are streamed in batches and matched on all cores; only
/// those that are shown are explained.
/// </summary>
internal sealed class RuleTrial(Archive archive, TopicCatalogue topics, BulletinText texts, TimeProvider clock)
{
    private const string Tried = "trial.tried";
    private const string Other = "trial.other";

    /// <summary>Days are counted where most sources are.</summary>
    private static readonly TimeSpan _zone = TimeSpan.FromHours(8);

    public async Task<TrialResult> Try(TrialRequest request, IProgress<TrialProgress>? progress, CancellationToken cancellationToken)
    {
        if (RuleParser.Parse(request.Rule) is not RuleResult.Parsed(var rule))
        {
            return new TrialResult.NoRule(((RuleResult.Refused)RuleParser.Parse(request.Rule)).Error);
        }

        var rules = topics.Rules();
        if (TopicReferences.Of(rule).FirstOrDefault(id => rules(id) is null) is { } missing)
        {
            return new TrialResult.NoTopic(missing);
        }

        var now = clock.GetUtcNow();
        var from = now - request.Since;
        var catalogue = Catalogue(request, rule, rules);
        var withFacts = catalogue.Topics.Any(t => RuleFieldUse.NamesFacts(t.Rule));
        var tally = new TrialTally();
        await archive.ForEach(from, withFacts, Hold, progress, cancellationToken);
        var caught = tally.Where(f => f.IsTried);
        return new TrialResult.Tried
        {
            Bulletins = tally.Bulletins,
            Caught = caught.Count,
            Days = Math.Max(1, (now - (tally.Earliest ?? now)).TotalDays),
            PerDay = [.. caught.GroupBy(f => DateOnly.FromDateTime(f.At.ToOffset(_zone).DateTime)).OrderBy(d => d.Key).Select(d => (d.Key, d.Count()))],
            Newest = await Shown(caught),
            Difference = request.Against is null ? null : new TrialDifference(
                tally.Where(f => f.IsTried && !f.IsOther).Count,
                tally.Where(f => !f.IsTried && f.IsOther).Count,
                tally.Where(f => f.IsTried && f.IsOther).Count,
                await Shown(tally.Where(f => f.IsTried && !f.IsOther)),
                await Shown(tally.Where(f => !f.IsTried && f.IsOther))),
        };

        void Hold(BulletinRow row, RuleText text)
        {
            var held = catalogue.Match(text);
            tally.Add(row.Id, row.PublishedAt ?? row.SeenAt, held.Any(m => m.Topic.Id == Tried), held.Any(m => m.Topic.Id == Other && m.Topic.Admits(text)));
        }

        async Task<IReadOnlyList<TrialFind>> Shown(IReadOnlyList<TrialTally.Find> finds)
        {
            var ids = finds.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(request.Samples).Select(f => f.Id).ToList();
            var rows = await archive.Find(ids, cancellationToken);
            return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(b => new TrialFind(b.Id, b.Title, b.PublishedAt ?? b.SeenAt, Explainer.Explain(rule, texts.Of(b), rules)))];
        }
    }

    /// <summary>The two rules, and the topics that they refer to.</summary>
    private TopicCatalogue Catalogue(TrialRequest request, Rule rule, Func<string, Rule?> rules)
    {
        var catalogue = new TopicCatalogue();
        List<Topic> asked = [new() { Id = Tried, NameZh = Tried, NameEn = Tried, Rule = request.Rule }];
        List<string> references = [.. TopicReferences.Of(rule)];
        if (request.Against is { } against)
        {
            asked.Add(against with { Id = Other });
            references.AddRange(RuleParser.Parse(against.Rule) is RuleResult.Parsed(var other) ? TopicReferences.Of(other) : []);
        }

        for (var i = 0; i < references.Count; i++)
        {
            references.AddRange(rules(references[i]) is { } next ? TopicReferences.Of(next).Where(id => !references.Contains(id)) : []);
        }

        catalogue.Replace([.. asked, .. topics.Topics.Where(t => references.Contains(t.Id))]);
        return catalogue;
    }
}
