using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>One file, read again when its content changes.</summary>
internal sealed class FileFetcher(IOptions<SourcesOptions> options, TimeProvider clock)
{
    public async Task<FetchResult> Fetch(SourceDefinition source, string path, SourcePosition position, CancellationToken cancellationToken)
    {
        var (document, problem) = await Read(source, path, cancellationToken);
        if (document is null)
        {
            return new FetchResult.Failed(problem!.Reason, File.Exists(path) ? FetchFailure.Unreadable : FetchFailure.NotFound);
        }

        return document.Sha256 == position.BodySha256
            ? new FetchResult.Unchanged(position)
            : new FetchResult.Fetched([document], position with { BodySha256 = document.Sha256 }, []);
    }

    /// <summary>Either of the two is null.</summary>
    public async Task<(Document? Document, FileProblem? Problem)> Read(SourceDefinition source, string path, CancellationToken cancellationToken)
    {
        try
        {
            var largest = options.Value.LargestDocument;
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (await BoundedBody.Read(stream, largest, cancellationToken) is not { } bytes)
            {
                return (null, new(path, Said.Of("Fetch_FileTooLarge", path, largest / 1024 / 1024)));
            }

            return (new Document { Location = path, Bytes = bytes, MediaType = MediaTypes.OfName(path), FetchedAt = clock.GetUtcNow(), TimeZone = source.TimeZone }, null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new(path, Said.Of("Fetch_NoPermission", path)));
        }
        catch (IOException fault)
        {
            return (null, new(path, Said.Of("Fetch_FileFault", path, fault.Message)));
        }
    }
}
