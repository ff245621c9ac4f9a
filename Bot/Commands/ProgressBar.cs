using Spectre.Console;

namespace Bot.Commands;

/// <summary>How far something long has come, where errors go, so that what is printed can be piped.</summary>
internal static class ProgressBar
{
    /// <param name="work">Is given what to call after each of its steps, from any thread.</param>
    public static async Task Over(string what, int steps, Func<Action, Task> work)
    {
        if (steps == 0)
        {
            await work(() => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: steps);
                await work(() => task.Increment(1));
                task.StopTask();
            });
    }
}
