using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>
/// Which updates were taken by polling and are not handled yet. An update is acknowledged when it and all before it are handled. A few slow
/// ones would let Telegram show no newer ones: those are passed when they are stored elsewhere (<see cref="Pass"/>).
/// </summary>
internal sealed class UpdateQueue(ChatQueues chats)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<int> _unhandled = [];
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken = -1;
    private int _given;

    /// <summary>What to ask Telegram for next; all before it is acknowledged.</summary>
    public int Offset
    {
        get
        {
            lock (_lock)
            {
                return _given = Math.Max(_given, _unhandled.Count > 0 ? _unhandled.Min : _taken + 1);
            }
        }
    }

    /// <summary>Ends when another update is handled. Take it before <see cref="Offset"/>, so that none is missed.</summary>
    public Task Progress
    {
        get
        {
            lock (_lock)
            {
                return _progress.Task;
            }
        }
    }

    /// <returns>How many of them are new.</returns>
    public int Add(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        List<Update> fresh;
        lock (_lock)
        {
            fresh = [.. updates.Where(u => u.Id > _taken)];
            foreach (var update in fresh)
            {
                _taken = update.Id;
                _unhandled.Add(update.Id);
            }
        }

        foreach (var update in fresh)
        {
            chats.Add(update, Handled, cancellationToken);
        }

        return fresh.Count;
    }

    public bool IsHandled(int update)
    {
        lock (_lock)
        {
            return !_unhandled.Contains(update);
        }
    }

    /// <summary>All that was taken is acknowledged by the next question, handled or not.</summary>
    public void Pass()
    {
        lock (_lock)
        {
            _given = _taken + 1;
        }
    }

    private void Handled(Update update)
    {
        TaskCompletionSource before;
        lock (_lock)
        {
            _unhandled.Remove(update.Id);
            (before, _progress) = (_progress, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.TrySetResult();
    }
}
