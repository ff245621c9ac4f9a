using System.Collections.Concurrent;
using Bot.Channels;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Telegram.Bot.Types;

namespace Bot.Tests.Channels;

public sealed class UpdateQueueTests : IDisposable
{
    private readonly ConcurrentQueue<int> _handled = [];
    private readonly TaskCompletionSource _slow = new();
    private readonly UpdateQueue _queue;

    public UpdateQueueTests() => _queue = new UpdateQueue(new ChatQueues(Handle, (_, _, _) => Task.CompletedTask, NullLogger.Instance));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_is_answered_in_its_order_and_a_slow_one_holds_up_nobody()
    {
        _queue.Add([Typed(1, chat: 1, "slow"), Typed(2, chat: 1), Typed(3, chat: 2), Typed(4, chat: 2), Typed(5, chat: 1)], Token);
        await Eventually.Holds(() => _handled.Count == 2, "the other chat is answered", Token);
        Assert.Equal([3, 4], _handled);
        _slow.SetResult();
        await Eventually.Holds(() => _handled.Count == 5, "the slow one is answered", Token);
        Assert.Equal([3, 4, 1, 2, 5], _handled);
    }

    [Fact]
    public async Task Only_what_is_handled_is_acknowledged()
    {
        _queue.Add([Typed(7, chat: 2), Typed(8, chat: 1, "slow"), Typed(9, chat: 2)], Token);
        await Eventually.Holds(() => _handled.Count == 2, "all but the slow one are handled", Token);
        Assert.Equal(8, _queue.Offset);
        Assert.Equal(0, _queue.Add([Typed(8, chat: 1, "slow"), Typed(9, chat: 2)], Token));
        _slow.SetResult();
        await Eventually.Holds(() => _queue.Offset == 10, "all is acknowledged", Token);
        Assert.Equal([7, 9, 8], _handled);
    }

    [Fact]
    public async Task One_that_stands_for_ever_is_passed_and_what_is_newer_is_shown()
    {
        var shown = Enumerable.Range(20, 100).Select(i => Typed(i, chat: i, i == 20 ? "slow" : "")).ToList();
        _queue.Add(shown, Token);
        await Eventually.Holds(() => _handled.Count == 99, "the others are handled", Token);
        Assert.Equal(20, _queue.Offset);
        Assert.False(_queue.IsHandled(20));
        _queue.Pass();
        Assert.Equal(120, _queue.Offset);
        _slow.SetResult();
    }

    [Fact]
    public async Task One_that_cannot_be_handled_is_left_out_and_what_follows_is_not()
    {
        _queue.Add([Typed(1, chat: 1, "broken"), Typed(2, chat: 1)], Token);
        await Eventually.Holds(() => _handled.Count == 1 && _queue.Offset == 3, "what follows is handled", Token);
        Assert.Equal([2], _handled);
    }

    public void Dispose() => _slow.TrySetResult();

    private async Task<Task> Handle(Update update, CancellationToken cancellationToken)
    {
        if (update.Message!.Text == "slow")
        {
            await _slow.Task;
        }

        if (update.Message.Text == "broken")
        {
            throw new InvalidOperationException("a fault that a test planned");
        }

        _handled.Enqueue(update.Id);
        return Task.CompletedTask;
    }

    private static Update Typed(int id, long chat, string text = "") => new() { Id = id, Message = new Message { Chat = new Chat { Id = chat }, Text = text } };
}
