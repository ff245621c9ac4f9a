using System.Collections.Concurrent;

namespace Bot.Channels;

/// <summary>Wakes the open pages of a visitor when this process wrote a line for it. Other processes' lines are found by looking.</summary>
internal sealed class WebChatSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Ends at the visitor's next line. Take it before you look for lines, so that none falls between.</summary>
    public Task Next(string visitor) =>
        _waiting.GetOrAdd(visitor, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Raise(string visitor)
    {
        if (_waiting.TryRemove(visitor, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
