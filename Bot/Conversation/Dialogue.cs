using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>Answers what people type and tap, the same in every channel.</summary>
internal sealed class Dialogue
{
#pragma warning disable CA1822 // an instance from the start: its callers get it injected
    public Task<Reply> Answer(Incoming incoming, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Reply.With(Message.Plain(incoming.Text ?? "")));
    }
}
