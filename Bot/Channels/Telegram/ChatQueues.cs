using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>
/// A queue for each chat: one is answered in its order, different chats side by side, and a slow one holds up nobody. Who floods is told, and
/// slows only himself.
/// </summary>
/// <param name="handle">Answers an update. What it gives back is the rest of the work, which the chat's next updates do not wait for.</param>
/// <param name="leftOut">Told, when a chat that said too much is answered, the last update that was left out and how many there were.</param>
internal sealed partial class ChatQueues(Func<Update, CancellationToken, Task<Task>> handle, Func<Update, int, CancellationToken, Task> leftOut, ILogger logger)
{
    /// <summary>A chat that says more than this before it is answered is not listened to until then.</summary>
    private const int MostOfOneChat = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Line> _lines = [];
    private readonly HashSet<Task> _rests = [];

    /// <param name="done">Called when the update is handled to its end, or left out; not when a stop came in between.</param>
    public void Add(Update update, Action<Update> done, CancellationToken cancellationToken)
    {
        var chat = ChatOf(update);
        lock (_lock)
        {
            if (!_lines.TryGetValue(chat, out var line))
            {
                _lines[chat] = line = new Line();
            }

            if (line.Waiting.Count < MostOfOneChat)
            {
                line.Waiting.Enqueue((update, done));
                line.Running ??= Run(chat, line, cancellationToken);
                return;
            }

            line.LastLeftOut = update;
            line.LeftOut++;
        }

        Log.LeftOut(logger, chat, update.Id);
        done(update);
    }

    /// <summary>Until what is being handled is done; what only waits is forgotten here.</summary>
    public async Task Stop()
    {
        Task[] running;
        lock (_lock)
        {
            foreach (var line in _lines.Values)
            {
                line.Waiting.Clear();
                line.LastLeftOut = null;
            }

            running = [.. _lines.Values.Select(l => l.Running ?? Task.CompletedTask), .. _rests];
        }

        await Task.WhenAll(running);
    }

    private async Task Run(long chat, Line line, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (true)
        {
            (Update Update, Action<Update> Done) next;
            (Update Update, int Count)? tooMuch = null;
            lock (_lock)
            {
                if (!line.Waiting.TryDequeue(out next))
                {
                    tooMuch = line.LastLeftOut is { } last ? (last, line.LeftOut) : null;
                    (line.LastLeftOut, line.LeftOut) = (null, 0);
                    if (tooMuch is null)
                    {
                        _lines.Remove(chat);
                        return;
                    }
                }
            }

            if (tooMuch is var (update, count))
            {
                await Guarded(update, async () =>
                {
                    await leftOut(update, count, cancellationToken);
                    return Task.CompletedTask;
                }, null, cancellationToken);
            }
            else
            {
                await Guarded(next.Update, () => handle(next.Update, cancellationToken), next.Done, cancellationToken);
            }
        }
    }

    private async Task Guarded(Update update, Func<Task<Task>> answer, Action<Update>? done, CancellationToken cancellationToken)
    {
        try
        {
            var rest = await answer();
            if (!rest.IsCompletedSuccessfully)
            {
                Follow(Rest(update, rest, done, cancellationToken));
                return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The stop came in between: it is not acknowledged and comes again.
            return;
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, update.Id);
        }

        done?.Invoke(update);
    }

    private async Task Rest(Update update, Task rest, Action<Update>? done, CancellationToken cancellationToken)
    {
        try
        {
            await rest;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, update.Id);
        }

        done?.Invoke(update);
    }

    private void Follow(Task rest)
    {
        lock (_lock)
        {
            _rests.RemoveWhere(t => t.IsCompleted);
            _rests.Add(rest);
        }
    }

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    private sealed class Line
    {
        public Queue<(Update Update, Action<Update> Done)> Waiting { get; } = [];

        public Task? Running { get; set; }

        public Update? LastLeftOut { get; set; }

        public int LeftOut { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {Chat} says more than can be answered; update {Update} is left out, and the chat is told")]
        public static partial void LeftOut(ILogger logger, long chat, int update);

        [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} could not be handled and is left out")]
        public static partial void Failed(ILogger logger, Exception fault, int update);
    }
}
