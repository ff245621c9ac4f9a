using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Conversation.Keeping;

public sealed class LiveAnswersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_quick_is_answered_as_ever()
    {
        var channel = new Screen();
        var reply = await new LiveAnswers([channel], new FakeTimeProvider()).While(Turn(), _ => Task.FromResult("done"), Cancellation);
        Assert.Equal("done", Text(Assert.Single(reply.Messages)));
        Assert.Empty(channel.Said);
    }

    [Fact]
    public async Task What_takes_long_says_how_far_it_is_and_becomes_the_answer()
    {
        var (reply, channel) = await Slow(new Screen());
        Assert.Empty(reply.Messages);
        Assert.Equal(["send 10", "edit 60", "edit done"], channel.Said);
    }

    [Fact]
    public async Task Where_nothing_can_be_edited_the_answer_is_a_message_of_its_own()
    {
        var (reply, channel) = await Slow(new Screen { Edits = false });
        Assert.Equal("done", Text(Assert.Single(reply.Messages)));
        Assert.Equal("send 10", channel.Said[0]);
        Assert.DoesNotContain("edit done", channel.Said);
    }

    private static async Task<(Reply Reply, Screen Channel)> Slow(Screen channel)
    {
        var clock = new FakeTimeProvider();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        IProgress<TrialProgress>? progress = null;
        var reply = new LiveAnswers([channel], clock).While(
            Turn(),
            seen =>
            {
                seen.Report(new TrialProgress(10, 100));
                progress = seen;
                return answer.Task;
            },
            Cancellation);
        await Until(() => progress is not null);
        await Until(() => channel.Tries >= 1);
        progress!.Report(new TrialProgress(60, 100));
        await Until(() => channel.Tries >= 2);
        answer.SetResult("done");
        return (await reply, channel);

        // The clock runs until it happens: nothing hangs on how fast the machine is.
        async Task Until(Func<bool> happened)
        {
            while (!happened())
            {
                if (progress is not null)
                {
                    clock.Advance(TimeSpan.FromSeconds(1));
                }

                await Task.Yield();
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static Turn Turn() => new(
        new ChatRow { Channel = "screen", Address = "1", Language = "en", TimeZone = "UTC" },
        new Incoming { Channel = "screen", Address = "1", Text = "/try" },
        new CommandMenu([]));

    private static string Text(Message message) => string.Join('\n', message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text))));

    private sealed class Screen : IChannel
    {
        private volatile int _tries;

        public bool Edits { get; init; } = true;

        public List<string> Said { get; } = [];

        public int Tries => _tries;

        public string Name => "screen";

        public ChannelLimits Limits => ChannelLimits.None;

        public bool RepeatsSafely => true;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken) => Note("send", message, new SendOutcome.Accepted("7"));

        public Task<SendOutcome> Edit(string address, string messageId, Message message, CancellationToken cancellationToken) =>
            Note("edit", message, Edits ? new SendOutcome.Accepted(messageId) : new SendOutcome.Refused("no"));

        private Task<SendOutcome> Note(string what, Message message, SendOutcome outcome)
        {
            var text = Text(message);
            var percent = new string([.. text.Where(char.IsAsciiDigit)]);
            Said.Add($"{what} {(percent.Length > 0 ? percent : text)}");
            _tries++;
            return Task.FromResult(outcome);
        }
    }
}
