namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>An article to lay out, as Samples/pages/README.md describes its file.</summary>
internal sealed record SampleArticle
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Kicker { get; init; }

    public string? Subtitle { get; init; }

    public string? Dateline { get; init; }

    public string? Byline { get; init; }

    /// <summary><c>head</c>, <c>line</c> or <c>end</c>.</summary>
    public string BylinePlace { get; init; } = "head";

    public string? Credit { get; init; }

    public bool IsNotice { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public static IReadOnlyList<SampleArticle> Load(string name) =>
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "pages", $"{name}.txt")).Split("@@ ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static SampleArticle Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var article = new SampleArticle { Id = lines[0], Paragraphs = [.. lines.Skip(1).Where(l => !IsField(l)).Select(l => l.StartsWith("## ", StringComparison.Ordinal) ? l[3..] : l)] };
        foreach (var line in lines.Skip(1).Where(IsField))
        {
            var value = line.Length > 2 ? line[2..] : "";
            article = line[0] switch
            {
                't' => article with { Title = value },
                'k' => article with { Kicker = value },
                's' => article with { Subtitle = value.TrimStart('—') },
                'd' => article with { Dateline = value },
                'b' => article with { Byline = value },
                'p' => article with { BylinePlace = value },
                'c' => article with { Credit = value },
                _ => article with { IsNotice = true },
            };
        }

        return article;
    }

    private static bool IsField(string line) => line == "n" || (line.Length > 2 && line[1] == ' ' && "tksdbpc".Contains(line[0], StringComparison.Ordinal));
}
