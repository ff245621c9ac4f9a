using System.Collections.Concurrent;
using System.Xml;
using Bot.Pipeline;
using Bot.Sources;
using Bot.Sources.Configuration;
using Bot.Sources.Fetching;
using Bot.Sources.Identity;
using Bot.Sources.Opml;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>Adds the feeds of an OPML file to <c>sources.yaml</c>. A running program takes them up within seconds.</summary>
internal static class ImportCommand
{
    private const int MostNamed = 50;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    /// <param name="check">Whether each feed is read once; one that cannot be read is added all the same, and named.</param>
    public static async Task<int> Run(Folders folders, string file, bool check, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (File.Exists(folders.SourcesFile) && Provisioning.Sources(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        var before = host.Services.GetRequiredService<SourceCatalogue>().Sources;
        IReadOnlyList<SourceDefinition> listed;
        try
        {
            await using var opml = File.OpenRead(file);
            listed = OpmlFile.Read(opml, [.. before.Select(s => s.Id)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException)
        {
            await Complaints.Print([Say(fault is XmlException ? "Import.NoOpml" : "Import.NoFile", file, fault.Message)]);
            return ExitCodes.Failed;
        }

        var known = before.Select(s => CanonicalLink.Of(s.Location)).ToHashSet(StringComparer.Ordinal);
        var added = listed.Where(s => !known.Contains(CanonicalLink.Of(s.Location))).ToList();
        var silent = check ? await Check(host.Services, added, cancellationToken) : [];
        if (Write(folders.SourcesFile, added) is { } why)
        {
            await Complaints.Print([why]);
            return ExitCodes.Failed;
        }

        await Console.Out.WriteLineAsync(Say("Import.Done", added.Count, folders.SourcesFile, listed.Count - added.Count));
        if (silent.Count > 0)
        {
            await Console.Out.WriteLineAsync(Say("Import.Silent", silent.Count));
            foreach (var (source, reason) in silent.Take(MostNamed))
            {
                await Console.Out.WriteLineAsync($"  {source.Name}  {source.Location}\n    {reason.In(CommandLine.Language)}");
            }
        }

        return ExitCodes.Done;
    }

    private static async Task<List<(SourceDefinition Source, Said Reason)>> Check(IServiceProvider services, List<SourceDefinition> sources, CancellationToken cancellationToken)
    {
        var fetcher = services.GetRequiredService<Fetcher>();
        var readers = services.GetRequiredService<DocumentReaders>();
        var atOnce = services.GetRequiredService<IOptions<SourcesOptions>>().Value.RequestsAtOnce;
        var silent = new ConcurrentDictionary<int, Said>();
        await ProgressBar.Over(Say("Import.Checking"), sources.Count, async step =>
            await Parallel.ForEachAsync(sources.Index(), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (item, token) =>
            {
                if (await FaultOf(item.Item, fetcher, readers, token) is { } fault)
                {
                    silent[item.Index] = fault;
                }

                step();
            }));
        return [.. silent.OrderBy(s => s.Key).Select(s => (sources[s.Key], s.Value))];
    }

    private static async Task<Said?> FaultOf(SourceDefinition source, Fetcher fetcher, DocumentReaders readers, CancellationToken cancellationToken)
    {
        switch (await fetcher.Fetch(source, SourcePosition.Start, cancellationToken))
        {
            case FetchResult.Failed failed:
                return failed.Reason;
            case FetchResult.Fetched({ Count: > 0 } documents, _, _):
                var result = readers.Read(documents[0], source, cancellationToken);
                return result.Fault ?? (result.Error is { } error ? Said.AsIs(error) : null);
            default:
                return null;
        }
    }

    /// <returns>Why it was not written; null when it was. It is written whole or not at all.</returns>
    private static string? Write(string path, List<SourceDefinition> added)
    {
        try
        {
            var before = File.Exists(path) ? File.ReadAllText(path) : "";
            var text = SourcesFileEdit.Add(before, added);
            if (new SourcesFile(SourceTriggers.FaultOf, CommandLine.Language).Parse(text, path) is SourcesFileResult.Refused(var faults))
            {
                return Say("Import.NotWritten", path, faults[0]);
            }

            var fresh = path + ".new";
            File.WriteAllText(fresh, text);
            File.Move(fresh, path, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Say("Import.NotWritten", path, fault.Message);
        }
    }

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);
}
