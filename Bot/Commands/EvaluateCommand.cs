using Bot.Commands.Evaluation;
using Bot.Sources;

namespace Bot.Commands;

/// <summary>Scores the page readers on a folder of pages that have expectations beside them.</summary>
internal static class EvaluateCommand
{
    public static async Task<int> Run(Folders folders, string folder, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        try
        {
            var pages = new PageEvaluation(host.Services.GetServices<IDocumentReader>(), TimeProvider.System);
            var scores = await pages.ScoreAsync(folder, cancellationToken);
            await Console.Out.WriteLineAsync(ScoreTable.Format(scores, withFaults: true));
            return scores.Count > 0 ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Complaints.Print([fault.Message]);
            return ExitCodes.Refused;
        }
    }
}
