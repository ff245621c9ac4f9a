using Bot.Commands.Evaluation;
using Bot.Sources;
using Bot.Summaries;

namespace Bot.Commands;

/// <summary>Scores a folder: the page readers on pages that have expectations beside them, facts and summaries on labelled bulletins.</summary>
internal static class EvaluateCommand
{
    public static async Task<int> Run(Folders folders, string folder, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        try
        {
            var pages = new PageEvaluation(host.Services.GetServices<IDocumentReader>(), TimeProvider.System);
            var scores = await pages.ScoreAsync(folder, cancellationToken);
            var sets = LabelledSet.In(folder);
            if (scores.Count > 0 || sets.Count == 0)
            {
                await Console.Out.WriteLineAsync(ScoreTable.Format(scores, withFaults: true));
            }

            foreach (var set in sets)
            {
                await FactsAndSummariesReport.Write(Console.Out, set, host.Services.GetRequiredService<Summarizer>(), cancellationToken);
            }

            return scores.Count > 0 || sets.Count > 0 ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Complaints.Print([fault.Message]);
            return ExitCodes.Refused;
        }
    }
}
