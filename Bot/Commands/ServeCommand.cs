namespace Bot.Commands;

/// <summary>Watches the sources and serves the chats until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(Folders folders, string? urls, CancellationToken cancellationToken)
    {
        var settings = new HostSettings(folders) { Urls = urls };
        switch (await Start.Host(settings, cancellationToken))
        {
            case StartOutcome.Started(var app):
                await using (app)
                {
                    await Banner.Print(app, settings);
                    await app.WaitForShutdownAsync(cancellationToken);
                    return ExitCodes.Done;
                }

            case StartOutcome.Refused(var reasons):
                await Complaints.Print(reasons);
                return ExitCodes.Refused;

            default:
                throw new InvalidOperationException("A start has two outcomes.");
        }
    }
}
