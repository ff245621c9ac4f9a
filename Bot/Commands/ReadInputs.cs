using System.Runtime.CompilerServices;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>The documents that a path stands for: a file, the files of a folder, or what an address answers.</summary>
internal sealed class ReadInputs(Fetcher fetcher, FileFetcher files, SourceCatalogue catalogue)
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public async IAsyncEnumerable<ReadInput> Of(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            await foreach (var input in Web(path, cancellationToken))
            {
                yield return input;
            }
        }
        else if (Directory.Exists(path))
        {
            var found = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0)
            {
                yield return new ReadInput.Missing(path, Say("Read.EmptyFolder", path));
            }

            foreach (var file in found)
            {
                yield return await OnDisk(file, cancellationToken);
            }
        }
        else
        {
            yield return File.Exists(path) ? await OnDisk(path, cancellationToken) : new ReadInput.Missing(path, Say("Read.NoSuchFile", path));
        }
    }

    private async IAsyncEnumerable<ReadInput> Web(string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = catalogue.Sources.FirstOrDefault(s => s.Location == address) ?? MadeUp(address, SourceKind.Syndication);
        switch (await fetcher.Fetch(source, SourcePosition.Start, cancellationToken))
        {
            case FetchResult.Fetched(var documents, _, _):
                foreach (var document in documents)
                {
                    yield return new ReadInput.Brought(address, source, document);
                }

                break;

            case FetchResult.Failed failed:
                yield return new ReadInput.Missing(address, failed.Reason.In(CommandLine.Language));
                break;

            default:
                throw new InvalidOperationException("Nothing was read before, so nothing can be unchanged.");
        }
    }

    private async Task<ReadInput> OnDisk(string path, CancellationToken cancellationToken)
    {
        var source = MadeUp(path, SourceKind.Pages);
        var (document, problem) = await files.Read(source, path, cancellationToken);
        return document is not null ? new ReadInput.Brought(path, source, document) : new ReadInput.Missing(path, problem!.Reason.In(CommandLine.Language));
    }

    private static SourceDefinition MadeUp(string location, SourceKind kind) => new() { Id = "read", Name = location, Kind = kind, Location = location };

    private static string Say(string key, string path) => _words.Get(CommandLine.Language, key, path);
}
