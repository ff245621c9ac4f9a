using Bot.Deliveries;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>
/// Answers that take their time: after a moment the chat is told how far the work is, and that one message is edited until it is the
/// answer. What is quick is answered as ever; a channel that cannot edit says once that the work goes on, and then the answer.
/// </summary>
internal sealed class LiveAnswers(IEnumerable<IChannel> channels, TimeProvider clock)
{
    /// <summary>A longer answer is a message of its own, which a channel may split.</summary>
    private const int LongestEdit = 3_000;

    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    /// <summary>Channels limit edits as they limit messages.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <param name="work">Gives the answer; reports how far it is.</param>
    public async Task<Reply> While(Turn turn, Func<IProgress<TrialProgress>, Task<string>> work, CancellationToken cancellationToken)
    {
        var seen = new Latest();
        var answer = Task.Run(() => work(seen), cancellationToken);
        var told = _channels.TryGetValue(turn.Incoming.Channel, out var channel) ? await Tell(turn, channel, seen, answer, cancellationToken) : null;
        var text = await answer;
        return told is not null && text.Length <= LongestEdit
            && await channel!.Edit(turn.Incoming.Address, told, Message.Plain(text), cancellationToken) is SendOutcome.Accepted
            ? Reply.Nothing
            : Reply.With(Message.Plain(text));
    }

    /// <returns>The message that was edited until the answer was there; null where there is none, or none that can be edited.</returns>
    private async Task<string?> Tell(Turn turn, IChannel channel, Latest seen, Task answer, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        string? told = null;
        while (await Task.WhenAny(answer, Task.Delay(told is null ? _moment : _between, clock, ended.Token)) != answer)
        {
            var message = Message.Plain(turn.Tell("try.going", seen.Percent));
            var outcome = told is null
                ? await channel.Send(turn.Incoming.Address, message, cancellationToken)
                : await channel.Edit(turn.Incoming.Address, told, message, cancellationToken);
            if (outcome is not SendOutcome.Accepted({ Length: > 0 } id))
            {
                told = null;
                break;
            }

            told ??= id;
        }

        await ended.CancelAsync();
        return told;
    }

    private sealed class Latest : IProgress<TrialProgress>
    {
        private volatile int _percent;

        public int Percent => _percent;

        public void Report(TrialProgress value) => _percent = value.Total == 0 ? 0 : (int)(100L * value.Done / value.Total);
    }
}
