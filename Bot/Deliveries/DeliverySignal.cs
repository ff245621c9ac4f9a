namespace Bot.Deliveries;

/// <summary>Wakes the dispatcher when something new is owed, so that an alert need not wait for its next look.</summary>
internal sealed class DeliverySignal
{
    private readonly Bell _owed = new();

    private readonly Bell _toOwe = new();

    /// <summary>Something new is owed, or to be owed.</summary>
    public void Raise()
    {
        RaiseOwed();
        _toOwe.Ring();
    }

    public void RaiseOwed() => _owed.Ring();

    /// <summary>Until something is owed, or for as long as given.</summary>
    public Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) => _owed.Wait(most, clock, cancellationToken);

    /// <summary>Until somebody may be to be owed something.</summary>
    public Task WaitToOwe(TimeProvider clock, CancellationToken cancellationToken) => _toOwe.Wait(Timeout.InfiniteTimeSpan, clock, cancellationToken);
}
