using Bot.Texts;
using Bot.Topics;

namespace Bot.Commands;

/// <summary>Lists the topics, or says what an admin should look at.</summary>
internal static class TopicsCommand
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static Task<int> Run(Folders folders, bool audit, double share, string silence, CancellationToken cancellationToken) =>
        ArchiveSession.Run(folders, services => audit ? Audit(services, share, silence, cancellationToken) : List(services), cancellationToken);

    private static async Task<int> List(IServiceProvider services)
    {
        foreach (var topic in services.GetRequiredService<TopicCatalogue>().Topics)
        {
            await Console.Out.WriteLineAsync($"{topic.Id}  {topic.NameIn(CommandLine.Language)}");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> Audit(IServiceProvider services, double share, string silence, CancellationToken cancellationToken)
    {
        var language = CommandLine.Language;
        if (share is not (> 0 and <= 1))
        {
            await Complaints.Print([_words.Get(language, "Audit.Share", share)]);
            return ExitCodes.Refused;
        }

        if (TimeSpans.Parse(silence) is not { } span)
        {
            await Complaints.Print([_words.Get(language, "Archive.Since", silence)]);
            return ExitCodes.Refused;
        }

        var findings = await ArchiveProgress.Show(progress =>
            services.GetRequiredService<TopicAudit>().Run(new TopicAuditLimits(share, span), language, progress, cancellationToken));
        foreach (var finding in findings)
        {
            await Console.Out.WriteLineAsync($"{finding.Topic.Id}  {finding.Topic.NameIn(language)}: {finding.Message(language)}");
        }

        if (findings.Count == 0)
        {
            await Console.Out.WriteLineAsync(_words.Get(language, "Audit.Well", services.GetRequiredService<TopicCatalogue>().Topics.Count));
        }

        return ExitCodes.Done;
    }
}
