using System.Text.RegularExpressions;

namespace Bot.Tests.Commands.Evaluation;

/// <summary>The command as people run it, over folders of labelled bulletins.</summary>
public sealed partial class EvaluateCommandTests
{
    [Fact]
    public async Task Labelled_bulletins_are_scored_by_kind_of_fact_and_beside_the_plain_summaries()
    {
        var (code, said) = await Run(Path.Combine(AppContext.BaseDirectory, "Samples", "bulletins"));
        Assert.Equal(0, code);
        Assert.Contains("aside.json: 32 bulletins", said, StringComparison.Ordinal);
        Assert.Contains("InForce", said, StringComparison.Ordinal);
        Assert.All((string[])["lead-1", "lead-2", "TextRank"], name => Assert.Contains(name, said, StringComparison.Ordinal));
        Assert.All(Ours().Matches(said), ours => Assert.EndsWith("1.000", ours.Value.TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bulletins_with_summaries_alone_are_scored_for_those()
    {
        var folder = Directory.CreateTempSubdirectory("faxun-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "set.json"),
            """[{"id": "1", "title": "新规", "paragraphs": ["青禾市司法局印发法律援助办法。"], "references": ["青禾市司法局印发办法。"]}]""",
            TestContext.Current.CancellationToken);
        var (code, said) = await Run(folder.FullName);
        folder.Delete(recursive: true);
        Assert.Equal(0, code);
        Assert.Contains("ours", said, StringComparison.Ordinal);
        Assert.DoesNotContain("facts", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\": \"1\", \"paragraphs\": [], \"facts\": [{\"kind\": \"Weather\", \"value\": \"fine\"}]}]")]
    [InlineData("{\"no\": \"list\"}")]
    [InlineData("[{\"id\": \"1\"}]")]
    public async Task A_file_that_holds_no_labelled_bulletins_is_named(string content)
    {
        var folder = Directory.CreateTempSubdirectory("faxun-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "odd.json"), content, TestContext.Current.CancellationToken);
        var (code, said) = await Run(folder.FullName);
        folder.Delete(recursive: true);
        Assert.NotEqual(0, code);
        Assert.Contains("odd.json", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> Run(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        var data = Directory.CreateTempSubdirectory("faxun-");
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [program, "evaluate", folder, "--data", data.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        data.Delete(recursive: true);
        return (process.ExitCode, output + await error);
    }

    [GeneratedRegex("^ours.*$", RegexOptions.Multiline)]
    private static partial Regex Ours();
}
