using Bot.Bulletins;
using Bot.Storage;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Commands;

/// <summary>Says why rules hold for a bulletin, or by what they fail.</summary>
internal static class ExplainCommand
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static Task<int> Run(Folders folders, long bulletinId, string? topic, CancellationToken cancellationToken) =>
        ArchiveSession.Run(folders, services => Run(services, bulletinId, topic, cancellationToken), cancellationToken);

    private static async Task<int> Run(IServiceProvider services, long bulletinId, string? asked, CancellationToken cancellationToken)
    {
        var language = CommandLine.Language;
        await using var db = services.GetRequiredService<BotDbFactory>().CreateDbContext();
        if (await db.Set<BulletinRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == bulletinId, cancellationToken) is not { } bulletin)
        {
            await Complaints.Print([_words.Get(language, "Archive.NoBulletin", bulletinId)]);
            return ExitCodes.Failed;
        }

        var catalogue = services.GetRequiredService<TopicCatalogue>();
        var (topics, error) = Asked(catalogue, asked);
        if (error is not null)
        {
            await Complaints.Print([error]);
            return ExitCodes.Refused;
        }

        var text = services.GetRequiredService<BulletinText>().Of(bulletin);
        var rules = catalogue.Rules();
        await Console.Out.WriteLineAsync($"#{bulletin.Id}  {bulletin.Title}");
        var explained = topics.Select(t => (Topic: t, Explanation: Explainer.Explain(((RuleResult.Parsed)RuleParser.Parse(t.Rule)).Rule, text, rules)));
        foreach (var (topic, explanation) in explained.OrderByDescending(e => e.Explanation.Nearness))
        {
            await Console.Out.WriteLineAsync();
            var admitted = topic.Admits(text);
            await Console.Out.WriteLineAsync(_words.Get(language, explanation.Holds && admitted ? "Explain.Holds" : "Explain.Fails", topic.NameIn(language)));
            foreach (var line in ExplanationText.Of(explanation, language))
            {
                await Console.Out.WriteLineAsync($"  {line}");
            }

            if (!admitted)
            {
                await Console.Out.WriteLineAsync($"  {_words.Get(language, "Explain.Limits", string.Join(", ", topic.Sources.Concat(topic.Places)))}");
            }
        }

        return ExitCodes.Done;
    }

    /// <summary>All topics, the one that is named, or the rule itself.</summary>
    private static (IReadOnlyList<Topic> Topics, string? Error) Asked(TopicCatalogue catalogue, string? asked)
    {
        if (asked is null)
        {
            return (catalogue.Topics, null);
        }

        if (catalogue.Named(asked) is { } topic)
        {
            return ([topic], null);
        }

        return RuleParser.Parse(asked) is RuleResult.Refused(var error)
            ? ([], error.Report(CommandLine.Language))
            : ([new Topic { Id = "asked", NameZh = asked, NameEn = asked, Rule = asked }], null);
    }
}
