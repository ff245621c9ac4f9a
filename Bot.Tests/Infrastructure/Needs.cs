namespace Bot.Tests.Infrastructure;

/// <summary>
/// What a test needs and a machine may lack. Without it the test is skipped and says which and why; on CI it fails,
/// since <c>test.sh</c> should have installed it. Only what cannot be installed (the real pages) is skipped there too.
/// </summary>
internal static class Needs
{
    /// <summary>The path of a Chromium, from <c>CHROMIUM</c> or the usual places.</summary>
    public static string Chromium()
    {
        string?[] places = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return places.FirstOrDefault(File.Exists) ?? Missing("Chromium is not installed (Debian: apt-get install chromium), so nothing can be seen in a browser.");
    }

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c>, of the newest PostgreSQL here.</summary>
    public static string PostgresBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var places = installed.OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return places.FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb"))) ?? Missing("PostgreSQL is not installed (Debian: apt-get install postgresql), so nothing can be tried on it.");
    }

    /// <summary>A real page or what is expected of it; the publisher's text is not part of this repository.</summary>
    public static string RealPage(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "pages", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/pages/{name} is not beside the repository: the real page's text belongs to its publisher.");
        return "";
    }

    private static string Missing(string why)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(why);
        }

        Assert.Skip(why);
        return "";
    }
}
