using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>
/// Locations to places. Files are read only under the configuration folder, the folders that the settings name, and what the operator's own
/// <c>sources.yaml</c> names (whoever writes that file reads this machine's files anyway); links are followed first.
/// </summary>
internal sealed class SourcePaths(IOptions<SourcesOptions> options)
{
    private readonly string _home = Path.GetFullPath(options.Value.ConfigurationFolder);
    private volatile IReadOnlyList<string> _provisioned = [];

    /// <param name="locations">Those of <c>sources.yaml</c>; addresses among them do not matter.</param>
    public void Provision(IEnumerable<string> locations) => _provisioned =
    [
        .. locations.Where(l => l.Length > 0 && !l.Contains("://", StringComparison.Ordinal) && !l.Contains('\0')).Select(l => Path.GetFullPath(l.Trim(), _home)),
        .. locations.Where(l => l.StartsWith("file://", StringComparison.OrdinalIgnoreCase)).Select(l => new Uri(l).LocalPath),
    ];

    public SourcePlace Resolve(string location)
    {
        location = location.Trim();
        if (Uri.TryCreate(location, UriKind.Absolute, out var uri) && location.Contains(':') && !Path.IsPathRooted(location))
        {
            switch (uri.Scheme)
            {
                case "http" or "https":
                    return uri.Host.Length == 0 ? Bad(location) : new SourcePlace.Web(uri);
                case "file":
                    location = uri.LocalPath;
                    break;
                default:
                    return new SourcePlace.Refused(Said.Of("Fetch_Scheme", uri.Scheme), FetchFailure.BadLocation);
            }
        }

        return location.Contains('\0') ? Bad(location) : OnDisk(Path.GetFullPath(location, _home));
    }

    private SourcePlace OnDisk(string path)
    {
        var real = RealPath(path);
        if (!Allowed(real))
        {
            return new SourcePlace.Refused(Said.Of("Fetch_OutsideFolders", path), FetchFailure.Forbidden);
        }

        return Directory.Exists(real) ? new SourcePlace.Folder(real)
            : File.Exists(real) ? new SourcePlace.File(real)
            : new SourcePlace.Refused(Said.Of("Fetch_NoFile", path), FetchFailure.NotFound);
    }

    /// <summary>Whether a path, links resolved, lies in a folder that may be read.</summary>
    public bool Allowed(string realPath) =>
        options.Value.Folders.Append(_home).Concat(_provisioned).Select(f => RealPath(Path.GetFullPath(f))).Any(folder =>
            realPath == folder || realPath.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>The path with every link in it followed.</summary>
    public static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        try
        {
            FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
            return info.LinkTarget is null ? here : info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : here;
        }
        catch (IOException)
        {
            // A loop of links leads nowhere.
            return here;
        }
    }

    private static SourcePlace.Refused Bad(string location) => new(Said.Of("Fetch_BadLocation", location), FetchFailure.BadLocation);
}
