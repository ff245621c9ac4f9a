using Bot.Sources;
using Bot.Texts;

namespace Bot.Topics;

/// <summary>Goes through all topics and the archive, and says what an admin should look at.</summary>
internal sealed class TopicAudit(TopicCatalogue topics, SourceCatalogue sources, Archive archive, TimeProvider clock)
{
    /// <summary>Two topics are the same where this share of what either catches is caught by both.</summary>
    private const double Same = 0.95;

    /// <summary>Fewer bulletins say nothing about breadth, sameness or silence.</summary>
    private const int Telling = 20;

    private const int FewestAlike = 5;

    public async Task<IReadOnlyList<TopicFinding>> Run(
        TopicAuditLimits limits, Language language, IProgress<TrialProgress>? progress, CancellationToken cancellationToken)
    {
        List<TopicFinding> findings = [.. topics.Topics.SelectMany(t => OfRule(t, language))];
        var now = clock.GetUtcNow();
        var tally = new AuditTally(topics.Topics.Select(t => t.Id));
        var withFacts = topics.Topics.Any(t => RuleFieldUse.NamesFacts(t.Rule));
        await archive.ForEach(
            now - limits.Silence, withFacts,
            (row, text) => tally.Add(row.Id, row.PublishedAt ?? row.SeenAt, [.. topics.Match(text).Where(m => m.Topic.Admits(text)).Select(m => m.Topic.Id)]),
            progress, cancellationToken);
        if (tally.Bulletins < Telling)
        {
            return findings;
        }

        var days = Math.Max(1, (int)(now - tally.Earliest).TotalDays);
        foreach (var topic in topics.Topics)
        {
            var caught = tally.Of(topic.Id);
            var share = (double)caught.Count / tally.Bulletins;
            if (share > limits.Share)
            {
                findings.Add(new TopicFinding(topic, TopicFindingKind.TooBroad, [share, caught.Count, tally.Bulletins, days, limits.Share]));
            }

            if (caught.Count == 0 && findings.All(f => f.Topic.Id != topic.Id || f.Kind != TopicFindingKind.CannotFire))
            {
                findings.Add(new TopicFinding(topic, TopicFindingKind.Silent, [days, tally.Bulletins]));
            }
        }

        findings.AddRange(Alike(tally, language));
        return [.. findings.OrderBy(f => topics.Topics.Index().First(t => t.Item.Id == f.Topic.Id).Index).ThenBy(f => f.Kind)];
    }

    private IEnumerable<TopicFinding> OfRule(Topic topic, Language language)
    {
        var rules = topics.Rules();
        if (rules(topic.Id) is not { } rule)
        {
            yield break;
        }

        var impossible = new RuleImpossibility(sources.Sources, rules, language);
        var gone = topic.Sources.Where(s => sources.Find(s) is null).ToList();
        if (topic.Sources.Count > 0 && gone.Count == topic.Sources.Count)
        {
            yield return new TopicFinding(topic, TopicFindingKind.CannotFire, [string.Join(", ", gone)]);
        }
        else if (impossible.Of(rule, topic.Sources.Count == 0 ? null : [.. topic.Sources.Select(sources.Find).OfType<SourceDefinition>()]) is { } why)
        {
            yield return new TopicFinding(topic, TopicFindingKind.CannotFire, [why]);
        }

        foreach (var source in gone.Concat(impossible.SourcesGone(rule)).Distinct(StringComparer.Ordinal))
        {
            yield return new TopicFinding(topic, TopicFindingKind.SourceGone, [source]);
        }

        foreach (var reference in TopicReferences.Of(rule).Where(id => topics.Find(id) is null).Distinct(StringComparer.Ordinal))
        {
            yield return new TopicFinding(topic, TopicFindingKind.TopicGone, [reference]);
        }
    }

    private IEnumerable<TopicFinding> Alike(AuditTally tally, Language language)
    {
        var all = topics.Topics;
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (tally.Of(all[i].Id), tally.Of(all[j].Id));
                if (Math.Min(a.Count, b.Count) < FewestAlike || Math.Min(a.Count, b.Count) < Same * Math.Max(a.Count, b.Count))
                {
                    continue;
                }

                var both = a.Count(b.Contains);
                var either = a.Count + b.Count - both;
                if (both >= Same * either)
                {
                    yield return new TopicFinding(all[i], TopicFindingKind.SameAsAnother, [all[j].NameIn(language), both, either]);
                }
            }
        }
    }
}

/// <param name="Share">Of all bulletins; a topic that fires on more is too broad.</param>
/// <param name="Silence">How far back is looked; a topic that did not fire in it is silent.</param>
internal sealed record TopicAuditLimits(double Share, TimeSpan Silence)
{
    public static TopicAuditLimits Default { get; } = new(0.3, TimeSpan.FromDays(90));
}
