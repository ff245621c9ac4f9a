using Bot.Texts;
using Bot.Topics;
using Spectre.Console;

namespace Bot.Commands;

/// <summary>A bar for work on a long archive, where errors go, so that what is printed can be piped. None where nobody looks.</summary>
internal static class ArchiveProgress
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<T> Show<T>(Func<IProgress<TrialProgress>?, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(bar =>
        {
            var task = bar.AddTask(Markup.Escape(_words.Get(CommandLine.Language, "Archive.Going")));
            return work(new Bar(task));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
