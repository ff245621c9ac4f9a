using Bot.Sources;
using Bot.Sources.Pages;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages;

/// <summary>Pages for tests, and the reader that reads them.</summary>
internal static class PageFiles
{
    public static PageTextReader Reader { get; } = new(Options.Create(new PagesOptions()), TimeProvider.System);

    /// <summary>The repository's root: the folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A page of a real newspaper, outside the repository. Skips the test where it is missing.</summary>
    public static string Real(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "pages", name);
        Assert.SkipUnless(File.Exists(path), $"The real page ../shared/pages/{name} is not here.");
        return path;
    }

    public static ReadResult Read(string path) => Read(path, File.ReadAllBytes(path));

    public static ReadResult Read(string name, byte[] bytes) =>
        Reader.Read(new() { Location = name, Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Bot.sln above the tests.");
    }
}
