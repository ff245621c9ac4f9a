using System.Collections.Concurrent;
using Bot.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Telegram.Bot.Types;

namespace Bot.Tests.Channels;

public sealed class ChatQueuesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_updates_of_five_thousand_people_are_all_handled_each_chat_in_its_order()
    {
        var handled = new ConcurrentDictionary<long, ConcurrentQueue<int>>();
        var chats = new ChatQueues(
            async (update, _) =>
            {
                await Task.Yield();
                handled.GetOrAdd(update.Message!.Chat.Id, _ => []).Enqueue(update.Id);
                return Task.CompletedTask;
            },
            (_, _, _) => throw new InvalidOperationException("Nobody floods."),
            NullLogger.Instance);
        var done = new CountdownEvent(10_000);
        for (var i = 0; i < 10_000; i++)
        {
            chats.Add(Said(i, i % 5000), _ => done.Signal(), Token);
        }

        await Task.Run(() => done.Wait(Token), Token);
        Assert.Equal(5000, handled.Count);
        Assert.All(handled, c => Assert.Equal([(int)c.Key, (int)c.Key + 5000], c.Value));
    }

    [Fact]
    public async Task A_slow_chat_holds_up_nobody_else()
    {
        var slow = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        var chats = new ChatQueues(
            async (update, _) =>
            {
                if (update.Message!.Chat.Id == 1)
                {
                    await slow.Task;
                }
                else
                {
                    answered.SetResult();
                }

                return Task.CompletedTask;
            },
            (_, _, _) => Task.CompletedTask,
            NullLogger.Instance);
        chats.Add(Said(1, 1), _ => { }, Token);
        chats.Add(Said(2, 2), _ => { }, Token);
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        slow.SetResult();
        await chats.Stop();
    }

    [Fact]
    public async Task The_chat_goes_on_while_the_rest_of_a_long_work_is_done_and_the_update_is_done_only_then()
    {
        var rest = new TaskCompletionSource();
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var chats = new ChatQueues(
            (update, _) => Task.FromResult(update.Id == 1 ? rest.Task : Task.CompletedTask), (_, _, _) => Task.CompletedTask, NullLogger.Instance);
        chats.Add(Said(1, 7), _ => first.SetResult(), Token);
        chats.Add(Said(2, 7), _ => second.SetResult(), Token);
        await second.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.False(first.Task.IsCompleted);
        rest.SetResult();
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task Who_floods_is_told_once_how_much_was_left_out()
    {
        var gate = new TaskCompletionSource();
        var told = new TaskCompletionSource<(int Id, int Count)>();
        var handled = 0;
        var chats = new ChatQueues(
            async (_, _) =>
            {
                await gate.Task;
                Interlocked.Increment(ref handled);
                return Task.CompletedTask;
            },
            (update, count, _) =>
            {
                told.SetResult((update.Id, count));
                return Task.CompletedTask;
            },
            NullLogger.Instance);
        var done = new CountdownEvent(200);
        for (var i = 0; i < 200; i++)
        {
            chats.Add(Said(i, 7), _ => done.Signal(), Token);
        }

        gate.SetResult();
        var (last, count) = await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await Task.Run(() => done.Wait(Token), Token);
        Assert.Equal(199, last);
        Assert.Equal(200, handled + count);
        Assert.InRange(handled, 50, 60);
    }

    private static Update Said(int id, long chat) => new() { Id = id, Message = new Message { Chat = new Chat { Id = chat } } };
}
