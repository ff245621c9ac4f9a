namespace Bot.Deliveries;

/// <summary>Wakes the dispatcher when something new is owed, so that an alert need not wait for its next look.</summary>
internal sealed class DeliverySignal
{
    private readonly Bell _owed = new();

    public void Raise() => _owed.Ring();

    /// <summary>Until something is owed, or for as long as given.</summary>
    public Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) => _owed.Wait(most, clock, cancellationToken);
}
