using System.Globalization;

namespace Bot.Tests.Conversation;

/// <summary>Where a script is played: what a person does there, and what is seen of it.</summary>
internal interface IStage
{
    /// <summary>Such as <c>web</c>: lines that begin with <c>&lt;web</c> count there alone.</summary>
    string Name { get; }

    Task Type(string text, CancellationToken cancellationToken);

    Task Tap(string label, CancellationToken cancellationToken);

    /// <summary>Taps one button of several of the same label, where the stage can tell them apart.</summary>
    Task Tap(string label, string data, int message, CancellationToken cancellationToken) => Tap(label, cancellationToken);

    /// <summary>Lets time pass.</summary>
    Task Wait(TimeSpan time, CancellationToken cancellationToken);

    /// <returns>False when the chat would get no alert.</returns>
    Task<bool> Alert(long bulletin, CancellationToken cancellationToken);

    /// <summary>What the last act brought or changed; buttons as <c>[label]</c>.</summary>
    /// <param name="wanted">What is to be seen; a stage that shows things bit by bit waits for it a while.</param>
    Task<string> News(string? wanted, CancellationToken cancellationToken);

    /// <summary>The passing notice of the last act; null for none.</summary>
    string? Notice { get; }
}

/// <summary>
/// Plays whole conversations. A script is a text file: <c>&gt; words</c> types, <c>[label]</c> taps, <c>&lt; words</c> must now be seen,
/// <c>&lt;! words</c> must not, <c>&lt;web words</c> must be seen in the web chat, <c>~ words</c> is the passing notice, <c>+ days</c> lets
/// time pass, <c>! 2</c> brings the alert of the sample archive's second bulletin, <c>!! 2</c> says that none would come, <c>#</c> remarks.
/// </summary>
internal static class ScriptPlayer
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Samples", "Conversations");

    public static TheoryData<string> Scripts => [.. Directory
        .EnumerateFiles(_folder, "*.txt", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    /// <summary>Some cannot be played in a browser and say so in a remark.</summary>
    public static TheoryData<string> ForBrowsers(string language) => [.. Scripts.Select(s => s.Data)
        .Where(s => s.StartsWith(language, StringComparison.Ordinal) && !File.ReadAllText(Path.Combine(_folder, s)).Contains("# not in a browser", StringComparison.Ordinal))];

    /// <summary>The client's language in which a script is spoken.</summary>
    public static string LanguageOf(string script) => script.StartsWith("en/", StringComparison.Ordinal) ? "en-GB" : "zh-CN";

    public static async Task Play(string script, IStage stage, CancellationToken cancellationToken)
    {
        foreach (var (number, line) in (await File.ReadAllLinesAsync(Path.Combine(_folder, script), cancellationToken)).Index())
        {
            await Step(stage, line, $"{stage.Name} {script}:{number + 1}: {line}", cancellationToken);
        }
    }

    private static async Task Step(IStage stage, string line, string where, CancellationToken cancellationToken)
    {
        switch (line)
        {
            case "" or ['#', ..]:
                break;
            case ['>', ' ', .. var typed]:
                await stage.Type(typed, cancellationToken);
                break;
            case ['[', .. var label, ']']:
                await stage.Tap(label, cancellationToken);
                break;
            case ['<', '!', ' ', .. var unseen]:
                var all = await stage.News(null, cancellationToken);
                Assert.False(all.Contains(unseen, StringComparison.Ordinal), $"{where}\n---\n{all}");
                break;
            case ['<', ' ', .. var seen]:
                await Seen(stage, seen, where, cancellationToken);
                break;
            case ['<', 'w', 'e', 'b', ' ', .. var seen]:
                if (stage.Name == "web")
                {
                    await Seen(stage, seen, where, cancellationToken);
                }

                break;
            case ['~', ' ', .. var notice]:
                Assert.True(stage.Notice?.Contains(notice, StringComparison.Ordinal) == true, $"{where}\n--- notice: {stage.Notice}");
                break;
            case ['+', ' ', .. var days]:
                await stage.Wait(TimeSpan.FromDays(double.Parse(days, CultureInfo.InvariantCulture)), cancellationToken);
                break;
            case ['!', '!', ' ', .. var id]:
                Assert.False(await stage.Alert(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken), where);
                break;
            case ['!', ' ', .. var id]:
                Assert.True(await stage.Alert(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken), where);
                break;
            default:
                Assert.Fail($"not a script's line: {where}");
                break;
        }
    }

    private static async Task Seen(IStage stage, string wanted, string where, CancellationToken cancellationToken)
    {
        var news = await stage.News(wanted, cancellationToken);
        Assert.True(news.Contains(wanted, StringComparison.Ordinal), $"{where}\n---\n{news}\n--- notice: {stage.Notice}");
    }
}
