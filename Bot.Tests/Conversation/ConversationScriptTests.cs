using System.Globalization;

namespace Bot.Tests.Conversation;

/// <summary>
/// Plays whole conversations. A script is a text file: <c>&gt; words</c> types, <c>[label]</c> taps, <c>&lt; words</c> must now be seen,
/// <c>&lt;! words</c> must not, <c>~ words</c> is the passing notice, <c>+ days</c> lets time pass, <c>! 2</c> brings the alert of
/// the sample archive's second bulletin, <c>!! 2</c> says that none would come, <c>#</c> remarks.
/// </summary>
public sealed class ConversationScriptTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Samples", "Conversations");

    public static TheoryData<string> Scripts => [.. Directory
        .EnumerateFiles(_folder, "*.txt", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_person_sees_what_the_script_says(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var world = await ConversationWorld.Start(cancellation);
        var screen = world.Chat(language: script.StartsWith("en/", StringComparison.Ordinal) ? "en-GB" : "zh-CN");
        foreach (var (number, line) in (await File.ReadAllLinesAsync(Path.Combine(_folder, script), cancellation)).Index())
        {
            var where = $"{script}:{number + 1}: {line}\n---\n{screen.News}\n--- notice: {screen.Notice}";
            switch (line)
            {
                case "" or ['#', ..]:
                    break;
                case ['>', ' ', .. var typed]:
                    await screen.Type(typed, cancellation);
                    break;
                case ['[', .. var label, ']']:
                    await screen.Tap(label, cancellation);
                    break;
                case ['<', '!', ' ', .. var unseen]:
                    Assert.False(screen.News.Contains(unseen, StringComparison.Ordinal), where);
                    break;
                case ['<', ' ', .. var seen]:
                    Assert.True(screen.News.Contains(seen, StringComparison.Ordinal), where);
                    break;
                case ['~', ' ', .. var notice]:
                    Assert.True(screen.Notice?.Contains(notice, StringComparison.Ordinal) == true, where);
                    break;
                case ['+', ' ', .. var days]:
                    await world.Wait(TimeSpan.FromDays(double.Parse(days, CultureInfo.InvariantCulture)), cancellation);
                    break;
                case ['!', '!', ' ', .. var id]:
                    Assert.True(await world.Alert(long.Parse(id, CultureInfo.InvariantCulture), cancellation) is null, where);
                    break;
                case ['!', ' ', .. var id]:
                    var alert = await world.Alert(long.Parse(id, CultureInfo.InvariantCulture), cancellation);
                    Assert.True(alert is not null, where);
                    screen.Receive(alert!);
                    break;
                default:
                    Assert.Fail($"{script}:{number + 1}: not a script's line: {line}");
                    break;
            }
        }
    }
}
