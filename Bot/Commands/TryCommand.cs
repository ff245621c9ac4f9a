using Bot.Texts;
using Bot.Topics;

namespace Bot.Commands;

/// <summary>Shows what a rule would have caught in the archive; nothing is stored or sent.</summary>
internal static class TryCommand
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static Task<int> Run(Folders folders, string rule, string since, string? against, int samples, CancellationToken cancellationToken) =>
        ArchiveSession.Run(folders, services => Run(services, rule, since, against, samples, cancellationToken), cancellationToken);

    private static async Task<int> Run(IServiceProvider services, string rule, string since, string? against, int samples, CancellationToken cancellationToken)
    {
        var language = CommandLine.Language;
        var topics = services.GetRequiredService<TopicCatalogue>();
        if (TimeSpans.Parse(since) is not { } span)
        {
            await Complaints.Print([_words.Get(language, "Archive.Since", since)]);
            return ExitCodes.Refused;
        }

        var other = against is null ? null : topics.Named(against);
        if (against is not null && other is null)
        {
            await Complaints.Print([_words.Get(language, "Archive.NoTopic", against, string.Join(", ", topics.Topics.Select(t => t.Id)))]);
            return ExitCodes.Refused;
        }

        var trial = services.GetRequiredService<RuleTrial>();
        var request = new TrialRequest(rule, span, other) { Samples = Math.Clamp(samples, 0, 1000) };
        var result = await ArchiveProgress.Show(progress => trial.Try(request, progress, cancellationToken));
        switch (result)
        {
            case TrialResult.NoRule(var error):
                await Complaints.Print([error.Report(language)]);
                return ExitCodes.Refused;
            case TrialResult.NoTopic(var id):
                await Complaints.Print([_words.Get(language, "Archive.NoTopic", id, string.Join(", ", topics.Topics.Select(t => t.Id)))]);
                return ExitCodes.Refused;
            case TrialResult.Tried tried:
                foreach (var line in TrialText.Of(tried, other, language))
                {
                    await Console.Out.WriteLineAsync(line);
                }

                return ExitCodes.Done;
            default:
                throw new InvalidOperationException("A trial has three outcomes.");
        }
    }
}
