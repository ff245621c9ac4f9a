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
                    ReadInput.Brought(_, var source, var document) => Report(input.Name, document, readers.Read(document, source, cancellationToken), source, reading),
                    ReadInput.Missing(_, var why) => ReadReport.Failed(input.Name, why),
                    _ => throw new InvalidOperationException("An input is brought or missing."),
                };
                failed |= report.Error is not null;
                await output.WriteLineAsync(json ? report.ToJson() : ReadText.Of(report, CommandLine.Language));
                await output.FlushAsync(cancellationToken);
            }
        }

        return failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static ReadReport Report(string input, Document document, ReadResult result, SourceDefinition source, BulletinReading reading)
    {
        if (ProposalText.IsWanted(input, document, result))
        {
            return ReadReport.Proposed(input, ProposalText.Of(document, CommandLine.Language));
        }

        if (result.Fault is { } fault)
        {
            result = result with { Error = fault.In(CommandLine.Language) };
        }

        var home = reading.HomeOf(source, result);
        return ReadReport.Of(input, result, result.Entries.Select(entry => reading.Understand(source, entry, home)));
    }
}
