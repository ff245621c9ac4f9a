using System.Threading.Channels;

namespace Bot.Deliveries;

/// <summary>Wakes the dispatcher when something new is owed, so that an alert need not wait for its next look.</summary>
internal sealed class DeliverySignal
{
    private readonly Channel<bool> _owed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _owed.Writer.TryWrite(true);

    /// <summary>Until something is owed, or for as long as given.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_owed.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(most, clock, either.Token));
        await either.CancelAsync();
        _owed.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
