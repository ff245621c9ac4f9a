using Bot.Sources;
using Bot.Sources.Opml;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>Writes the feeds as OPML; one that has moved for good with its new address.</summary>
internal static class ExportCommand
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<int> Run(Folders folders, string file, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Sources(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        await SourceRows.AddKept(host.Services, cancellationToken);
        var rows = await SourceRows.All(host.Services, cancellationToken);
        var sources = host.Services.GetRequiredService<SourceCatalogue>().Sources;
        List<SourceDefinition> feeds = [];
        await ProgressBar.Over(Say("Export.Writing"), sources.Count, step =>
        {
            foreach (var source in sources)
            {
                if (OpmlFile.Holds(source))
                {
                    feeds.Add(rows.GetValueOrDefault(source.Id) is { MovedTo: { } moved } row && row.Location == source.Location ? source with { Location = moved } : source);
                }

                step();
            }

            return Task.CompletedTask;
        });
        var opml = OpmlFile.Write(feeds, "Faxun") + "\n";
        try
        {
            await (file == "-" ? Console.Out.WriteAsync(opml) : File.WriteAllTextAsync(file, opml, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Complaints.Print([Say("Import.NotWritten", file, fault.Message)]);
            return ExitCodes.Failed;
        }

        List<string> said = file == "-" ? [] : [Say("Export.Done", feeds.Count, file)];
        await Complaints.Print(feeds.Count == sources.Count ? said : [.. said, Say("Export.LeftOut", sources.Count - feeds.Count)]);
        return ExitCodes.Done;
    }

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);
}
