namespace Bot.Sources.Fetching;

/// <summary>
/// One look at a source, politely and safely. It only looks: what it finds is returned with the position that comes after it, and nothing is saved.
/// </summary>
internal sealed class Fetcher(HttpFetcher http, FileFetcher files, FolderFetcher folders, SourcePaths paths)
{
    public async Task<FetchResult> Fetch(SourceDefinition source, SourcePosition position, CancellationToken cancellationToken)
    {
        if (source.Kind == SourceKind.Push)
        {
            return new FetchResult.Unchanged(position);
        }

        return paths.Resolve(source.Location) switch
        {
            SourcePlace.Web web => await http.Fetch(source, web.Address, position, cancellationToken),
            SourcePlace.File file => await files.Fetch(source, file.Path, position, cancellationToken),
            SourcePlace.Folder folder => await folders.Fetch(source, folder.Path, position, cancellationToken),
            SourcePlace.Refused refused => new FetchResult.Failed(refused.Reason, refused.Kind),
            var other => throw new InvalidOperationException($"No such place: {other}."),
        };
    }
}
