using Bot.Storage;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>The services over the database that is there, for commands that look into it beside a running program.</summary>
internal static class ArchiveSession
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    /// <param name="use">Called once all is in force; gives the exit code.</param>
    public static async Task<int> Run(Folders folders, Func<IServiceProvider, Task<int>> use, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Apply(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        var databases = host.Services.GetRequiredService<BotDbFactory>();
        if (databases.SqliteFile is { } file && !File.Exists(file))
        {
            await Complaints.Print([_words.Get(CommandLine.Language, "Archive.None", file)]);
            return ExitCodes.Refused;
        }

        await host.Services.GetRequiredService<DatabaseMigrator>().Migrate(cancellationToken);
        await Provisioning.Complete(host.Services, folders, records: false, cancellationToken);
        return await use(host.Services);
    }
}
