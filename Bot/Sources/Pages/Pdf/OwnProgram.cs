using System.Runtime.InteropServices;

namespace Bot.Sources.Pages.Pdf;

/// <summary>How this program is started once more, whether it runs from a build, a published folder, a single file or as part of another program.</summary>
internal static class OwnProgram
{
    /// <returns>The file to run, and what stands before the command.</returns>
    public static (string File, string[] Before) Find()
    {
        var name = typeof(OwnProgram).Assembly.GetName().Name!;
        var assembly = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        if (!File.Exists(assembly))
            return (Environment.ProcessPath!, []);
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var host = IsHost(Environment.ProcessPath) ? Environment.ProcessPath! : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", $"dotnet{extension}"));
        return File.Exists(host) ? (host, [assembly]) : (Path.Combine(AppContext.BaseDirectory, $"{name}{extension}"), []);
    }

    private static bool IsHost(string? path) => Path.GetFileNameWithoutExtension(path) is "dotnet";
}
