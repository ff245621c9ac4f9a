using Bot.Deliveries;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Shows in the chat how far a look through the archive is.</summary>
internal static class WorkProgress
{
    /// <summary>What is still being shown is shown before the outcome takes its place.</summary>
    public static async Task<T> Shown<T>(Turn turn, Func<Message, Task> tell, Func<IProgress<TrialProgress>, Task<T>> work)
    {
        var progress = new Progress(turn, tell);
        try
        {
            return await work(progress);
        }
        finally
        {
            await progress.Telling;
        }
    }

    /// <summary>What comes while one is being shown is left out.</summary>
    private sealed class Progress(Turn turn, Func<Message, Task> tell) : IProgress<TrialProgress>
    {
        private readonly Lock _lock = new();

        public Task Telling { get; private set; } = Task.CompletedTask;

        public void Report(TrialProgress value)
        {
            lock (_lock)
            {
                if (Telling.IsCompleted && value.Total > 0)
                {
                    Telling = tell(Message.Plain(turn.Say("work.progress", value.Done, value.Total)));
                }
            }
        }
    }
}
