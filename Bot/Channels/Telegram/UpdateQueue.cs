using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>
/// The updates that were taken from Telegram and are not handled yet: a queue for each chat, so that one is answered in its order and a slow
/// one holds up nobody. An update is acknowledged when it and all before it are handled; only when so many stand behind one that Telegram
/// shows no newer ones is that one acknowledged while it is still being handled.
/// </summary>
internal sealed partial class UpdateQueue(Func<Update, CancellationToken, Task> handle, ILogger logger) : IDisposable
{
    /// <summary>A chat that says more than this before it is answered is not listened to until then.</summary>
    private const int MostOfOneChat = 50;

    private const int SideBySide = 32;

    /// <summary>As many as Telegram shows at once.</summary>
    private const int MostShown = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<Update>> _chats = [];
    private readonly Dictionary<long, Task> _running = [];
    private readonly SortedSet<int> _unhandled = [];
    private readonly SemaphoreSlim _places = new(SideBySide);
    private int _taken = -1;
    private int _given;

    /// <summary>What to ask Telegram for next; all before it is acknowledged.</summary>
    public int Offset
    {
        get
        {
            lock (_lock)
            {
                var done = _unhandled.Count > 0 ? _unhandled.Min : _taken + 1;
                return _given = Math.Max(_given, done);
            }
        }
    }

    /// <returns>How many of them are new.</returns>
    public int Add(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var fresh = updates.Where(u => u.Id > _taken).ToList();
            foreach (var update in fresh)
            {
                _taken = update.Id;
                Enqueue(update, cancellationToken);
            }

            if (fresh.Count == 0 && updates.Count >= MostShown)
            {
                _given = _taken + 1;
            }

            return fresh.Count;
        }
    }

    /// <summary>Until what is being handled is done; what only waits comes again after the next start.</summary>
    public async Task Stop()
    {
        Task[] running;
        lock (_lock)
        {
            foreach (var chat in _chats.Values)
            {
                chat.Clear();
            }

            running = [.. _running.Values];
        }

        await Task.WhenAll(running);
    }

    public void Dispose() => _places.Dispose();

    private void Enqueue(Update update, CancellationToken cancellationToken)
    {
        var chat = ChatOf(update);
        if (!_chats.TryGetValue(chat, out var queue))
        {
            _chats[chat] = queue = new Queue<Update>();
        }

        if (queue.Count >= MostOfOneChat)
        {
            Log.LeftOut(logger, chat, update.Id);
            return;
        }

        _unhandled.Add(update.Id);
        queue.Enqueue(update);
        if (!_running.ContainsKey(chat))
        {
            _running[chat] = Handle(chat, queue, cancellationToken);
        }
    }

    private async Task Handle(long chat, Queue<Update> queue, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (true)
        {
            Update? update;
            lock (_lock)
            {
                if (!queue.TryDequeue(out update))
                {
                    _running.Remove(chat);
                    _chats.Remove(chat);
                    return;
                }
            }

            await _places.WaitAsync(CancellationToken.None);
            try
            {
                await handle(update, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, fault, update.Id);
            }
            catch (OperationCanceledException)
            {
                // The stop came in between: it is not acknowledged and comes again.
                continue;
            }
            finally
            {
                _places.Release();
            }

            lock (_lock)
            {
                _unhandled.Remove(update.Id);
            }
        }
    }

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {Chat} says more than can be answered; update {Update} is left out")]
        public static partial void LeftOut(ILogger logger, long chat, int update);

        [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} could not be handled and is left out")]
        public static partial void Failed(ILogger logger, Exception fault, int update);
    }
}
