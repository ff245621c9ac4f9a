using System.Text.Json;

namespace Bot.Tests.Summaries;

/// <summary>The real page that stands beside the repository on some machines: its bulletins, cut out of the page's text by their known first and last characters.</summary>
internal static class SharedPage
{
    public static IReadOnlyList<(string Title, string? Subtitle, string Body)> Bulletins()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "The real page (../shared/pages) is not on this machine.");
        var text = Squeezed(File.ReadAllText(Path.Combine(folder, "000_4a6160887b23c619.txt")));
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "000_4a6160887b23c619.expected.json")));
        var bulletins = new List<(string, string?, string)>();
        foreach (var bulletin in expected.RootElement.GetProperty("bulletins").EnumerateArray())
        {
            var from = text.IndexOf(Squeezed(bulletin.GetProperty("body_starts").GetString()!), StringComparison.Ordinal);
            var end = Squeezed(bulletin.GetProperty("body_ends").GetString()!);
            var to = text.IndexOf(end, from, StringComparison.Ordinal) + end.Length;
            bulletins.Add((bulletin.GetProperty("title").GetString()!, bulletin.GetProperty("subtitle").GetString(), text[from..to]));
        }

        return bulletins;
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
                return Path.Combine(folder.FullName, "..", "shared", "pages") is var pages && Directory.Exists(pages) ? pages : null;
        }

        return null;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
