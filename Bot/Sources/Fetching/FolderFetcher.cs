using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>
/// A folder of files: each file whose content was not read before is a document, oldest first. A file that still grows waits for the next look.
/// Which contents were read is asked of the position, so nothing is lost when the program ends between reading and saving.
/// </summary>
internal sealed class FolderFetcher(FileFetcher files, SourcePaths paths, IOptions<SourcesOptions> options, TimeProvider clock)
{
    /// <summary>More than this in one look, in bytes, waits for the next one, so that memory stays bounded.</summary>
    private const long MostAtOnce = 64L * 1024 * 1024;

    private const int MostFiles = 100_000;

    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    public async Task<FetchResult> Fetch(SourceDefinition source, string folder, SourcePosition position, CancellationToken cancellationToken)
    {
        FileInfo[] found;
        try
        {
            found = [.. Files(folder).Take(MostFiles).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.FullName, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new FetchResult.Failed(Said.Of("Fetch_FileFault", folder, e.Message), FetchFailure.Unreadable);
        }

        List<Document> documents = [];
        List<FileProblem> problems = [];
        HashSet<string> known = [.. position.Known];
        var bytes = 0L;
        foreach (var file in found)
        {
            var key = $"{source.Id}\n{file.FullName}";
            var stamp = Stamp(file);
            if (stamp is null || !IsSettled(key, stamp))
            {
                continue;
            }

            // Its content was read in an earlier look of this process, and that look was saved.
            if (_seen[key].Sha256 is { } sha && known.Contains(sha))
            {
                continue;
            }

            if (bytes + stamp.Length > MostAtOnce && documents.Count > 0)
            {
                break;
            }

            var (document, problem) = paths.Allowed(SourcePaths.RealPath(file.FullName))
                ? await files.Read(source, file.FullName, cancellationToken)
                : (null, new(file.FullName, Said.Of("Fetch_OutsideFolders", file.FullName)));
            if (document is null)
            {
                ReportOnce(key, problem!, problems);
                continue;
            }

            _seen[key] = _seen[key] with { Sha256 = document.Sha256 };
            if (known.Add(document.Sha256))
            {
                bytes += document.Bytes.Length;
                documents.Add(document);
            }
        }

        return documents.Count == 0 && problems.Count == 0
            ? new FetchResult.Unchanged(position)
            : new FetchResult.Fetched(documents, position with { Known = known }, problems);
    }

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Where(f => !f.Name.StartsWith('.') && !f.Name.EndsWith('~') && f.Extension is not (".tmp" or ".part" or ".partial" or ".crdownload" or ".swp"));

    /// <summary>Null where the file went away meanwhile.</summary>
    private static Seen? Stamp(FileInfo file)
    {
        try
        {
            return new(file.Length, file.LastWriteTimeUtc, default, null, null);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Neither size nor time changed within the settling time: seen to be so, or older than that by its own time.</summary>
    private bool IsSettled(string key, Seen stamp)
    {
        var now = clock.GetUtcNow();
        var settling = options.Value.Settling;
        var before = _seen.GetValueOrDefault(key);
        if (before is null || before.Length != stamp.Length || before.Written != stamp.Written)
        {
            before = stamp with { Since = now };
            _seen[key] = before;
        }

        return now - before.Since >= settling || now - stamp.Written >= settling;
    }

    private void ReportOnce(string key, FileProblem problem, List<FileProblem> problems)
    {
        if (_seen[key].Reported != problem.Reason.Stored)
        {
            _seen[key] = _seen[key] with { Reported = problem.Reason.Stored };
            problems.Add(problem);
        }
    }

    private sealed record Seen(long Length, DateTime Written, DateTimeOffset Since, string? Sha256, string? Reported);
}
