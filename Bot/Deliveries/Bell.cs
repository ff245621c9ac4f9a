namespace Bot.Deliveries;

/// <summary>Wakes the one who waits, by a ring or when his time has come. A ring that nobody waits for is kept for the next wait.</summary>
internal sealed class Bell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiting;
    private bool _rung;

    public void Ring()
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            waiting = _waiting;
            _waiting = null;
            _rung = waiting is null;
        }

        waiting?.TrySetResult();
    }

    /// <param name="most"><see cref="Timeout.InfiniteTimeSpan"/> for only a ring.</param>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        TaskCompletionSource mine;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_rung)
            {
                _rung = false;
                return;
            }

            _waiting = mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        using (cancellationToken.Register(() => mine.TrySetResult()))
        await using (clock.CreateTimer(_ => mine.TrySetResult(), null, most, Timeout.InfiniteTimeSpan))
        {
            await mine.Task;
        }

        lock (_lock)
        {
            _waiting = _waiting == mine ? null : _waiting;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
