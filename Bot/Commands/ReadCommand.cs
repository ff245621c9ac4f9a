using System.Text;
using Bot.Pipeline;
using Bot.Sources;

namespace Bot.Commands;

/// <summary>Prints what the reader makes of files, folders or URLs. Stores nothing and sends nothing.</summary>
internal static class ReadCommand
{
    public static async Task<int> Run(Folders folders, IReadOnlyList<string> paths, bool json, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Apply(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        var reading = host.Services.GetRequiredService<BulletinReading>();
        var readers = host.Services.GetRequiredService<DocumentReaders>();
        var inputs = host.Services.GetRequiredService<ReadInputs>();
        var failed = false;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var path in paths)
        {
            await foreach (var input in inputs.Of(path, cancellationToken))
            {
                var report = input switch
                {
                    ReadInput.Brought(_, var source, var document) => await Report(input.Name, document, readers.Read(document, source, cancellationToken), source, reading, inputs, cancellationToken),
                    ReadInput.Edition(_, var source, var result) => Report(input.Name, result, source, reading),
                    ReadInput.Missing(_, var why) => ReadReport.Failed(input.Name, why),
                    _ => throw new InvalidOperationException("An input is brought, an edition, or missing."),
                };
                failed |= report.Error is not null;
                await output.WriteLineAsync(json ? report.ToJson() : ReadText.Of(report, CommandLine.Language));
                await output.FlushAsync(cancellationToken);
            }
        }

        return failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<ReadReport> Report(
        string input, Document document, ReadResult result, SourceDefinition source, BulletinReading reading, ReadInputs inputs, CancellationToken cancellationToken)
    {
        if (ProposalText.IsWanted(input, document, result))
        {
            return ReadReport.Proposed(input, await ProposalText.Of(document, CommandLine.Language, p => inputs.Body(p, cancellationToken)));
        }

        return Report(input, result, source, reading);
    }

    private static ReadReport Report(string input, ReadResult result, SourceDefinition source, BulletinReading reading)
    {
        var home = reading.HomeOf(source, result);
        return ReadReport.Of(input, result, result.Entries.Select(entry => reading.Understand(source, entry, home)), CommandLine.Language);
    }
}
