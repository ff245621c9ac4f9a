using Microsoft.Extensions.Options;

namespace Bot.Sources.Fetching;

/// <summary>Locations to places. Files are read only under the configuration folder and the folders that the settings name, links followed.</summary>
internal sealed class SourcePaths(IOptions<SourcesOptions> options)
{
    private readonly string _home = Path.GetFullPath(options.Value.ConfigurationFolder);

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
                    return new SourcePlace.Refused(SourcesText.Say("Fetch_Scheme", uri.Scheme), FetchFailure.BadLocation);
            }
        }

        return location.Contains('\0') ? Bad(location) : OnDisk(Path.GetFullPath(location, _home));
    }

    private SourcePlace OnDisk(string path)
    {
        var real = RealPath(path);
        if (!Allowed(real))
        {
            return new SourcePlace.Refused(SourcesText.Say("Fetch_OutsideFolders", path), FetchFailure.Forbidden);
        }

        return Directory.Exists(real) ? new SourcePlace.Folder(real)
            : File.Exists(real) ? new SourcePlace.File(real)
            : new SourcePlace.Refused(SourcesText.Say("Fetch_NoFile", path), FetchFailure.NotFound);
    }

    /// <summary>Whether a path, links resolved, lies in a folder that may be read.</summary>
    public bool Allowed(string realPath) =>
        options.Value.Folders.Append(_home).Select(f => RealPath(Path.GetFullPath(f))).Any(folder =>
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

    private static SourcePlace.Refused Bad(string location) => new(SourcesText.Say("Fetch_BadLocation", location), FetchFailure.BadLocation);
}
