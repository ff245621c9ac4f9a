using Bot.Channels;

namespace Bot.Commands;

internal static class HealthCommand
{
    public static async Task<int> Run(string url, CancellationToken cancellationToken) =>
        await HealthProbe.IsWell(url, cancellationToken) ? ExitCodes.Done : ExitCodes.Failed;
}
